using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;

namespace NetGen.Generators.Emission;

/// <summary>Where batch norm's numbers lie in its statistics, in rows of a pitch.</summary>
internal static class BatchNormRows
{
    public const int Mean = 0;
    public const int InverseDeviation = 1;
    public const int MeanGradient = 2;
    public const int MeanProduct = 3;
    public const int Count = 5;

    /// <summary>Images that are summed at once: few enough that a second pass finds them in the cache, and that a sum in floats stays exact.</summary>
    public static int ImagesAtOnce(Plane plane) => Math.Max(1, 16384 / (plane.H * plane.W * Math.Min(plane.Pitch, 64)));

    public static string Row(Plane plane, string pointer, int row, int vector, Isa isa) =>
        isa.Load(Walk.At($"{pointer} + channel", (row * plane.Pitch) + (vector * isa.Width)));
}

/// <summary>Count, mean and squared deviations of each channel.</summary>
internal sealed record BatchNormStatisticsKernel(Plane X) : Kernel
{
    public override string Name => $"BatchNormMoments_{X.Key}";

    public override string Summary =>
        "Adds the images to a lane's count, mean and sum of squared deviations of each channel. Mean and deviations are found in two passes over a few images, which the cache holds, and merged by Chan's formula: nothing cancels.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* moments", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int most = 4;
        int step = BatchNormRows.ImagesAtOnce(X);
        Walk.ChannelBlocks(code, isa, X.Pitch, most, vectors =>
        {
            int unroll = Walk.Unroll(X, vectors);
            var registers = Walk.Registers(isa, X, vectors, unroll).ToList();
            using (code.Block($"for (int first = 0; first < count; first += {step})"))
            {
                code.Line($"int images = global::System.Math.Min({step}, count - first);");
                code.Line($"float values = images * {CodeWriter.Literal((float)(X.H * X.W))};");
                code.Line($"float* start = x + ((long)first * {X.Image}) + channel;");
                code.Line();
                code.Line("// The mean of these images.");
                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                }

                code.Line("float* at = start;");
                Walk.Pixels(code, "images", new[] { new Walker("at", X) }, unroll, () =>
                {
                    foreach (var r in registers)
                    {
                        code.Line($"sum{r.Register} += {isa.Load(Walk.At("at", r.Offset))};");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var mean{v} = ({Walk.Fold("sum", v, vectors, unroll)}) / {isa.Broadcast("values")};");
                }

                code.Line();
                code.Line("// Their squared deviations from it.");
                foreach (var r in registers)
                {
                    code.Line($"var squares{r.Register} = {isa.Zero};");
                }

                code.Line("at = start;");
                Walk.Pixels(code, "images", new[] { new Walker("at", X) }, unroll, () =>
                {
                    foreach (var r in registers)
                    {
                        code.Line($"var d{r.Register} = {isa.Load(Walk.At("at", r.Offset))} - mean{r.Vector};");
                        code.Line($"squares{r.Register} = {isa.Fma("d" + r.Register, "d" + r.Register, "squares" + r.Register)};");
                    }
                });

                code.Line();
                code.Line("// Merge them with the lane's.");
                for (int v = 0; v < vectors; v++)
                {
                    string counts = Walk.At("moments + channel", v * isa.Width);
                    string means = Walk.At("moments + channel", X.Pitch + (v * isa.Width));
                    string squares = Walk.At("moments + channel", (2 * X.Pitch) + (v * isa.Width));
                    code.Line($"var before{v} = {isa.Load(counts)};");
                    code.Line($"var total{v} = before{v} + {isa.Broadcast("values")};");
                    code.Line($"var share{v} = {isa.Broadcast("values")} / total{v};");
                    code.Line($"var apart{v} = mean{v} - {isa.Load(means)};");
                    code.Line(isa.Store($"total{v}", counts) + ";");
                    code.Line(isa.Store(isa.Fma($"apart{v}", $"share{v}", isa.Load(means)), means) + ";");
                    code.Line(isa.Store($"{isa.Load(squares)} + {Walk.Fold("squares", v, vectors, unroll)} + (apart{v} * apart{v} * before{v} * share{v})", squares) + ";");
                }
            }
        });
    }
}

/// <summary>Normalises with the batch's statistics.</summary>
internal sealed record BatchNormKernel(Plane X, Plane Y, Activation? Activation) : Kernel
{
    public override string Name => $"BatchNorm{Activation?.Key}_{X.Key}" + (X == Y ? "" : $"_{Y.Key}");

    public override string Summary => "Computes y = (x − mean) / √(variance + ε) · γ + β for each channel.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "float* statistics", "float* affine", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.ChannelBlocks(code, isa, X.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var mean{v} = {BatchNormRows.Row(X, "statistics", BatchNormRows.Mean, v, isa)};");
                code.Line($"var scale{v} = {BatchNormRows.Row(X, "statistics", BatchNormRows.InverseDeviation, v, isa)} * {BatchNormRows.Row(X, "affine", 0, v, isa)};");
                code.Line($"var shift{v} = {BatchNormRows.Row(X, "affine", 1, v, isa)};");
            }

            code.Line("float* from = x + channel;");
            code.Line("float* to = y + channel;");
            Walk.Pixels(code, "count", new[] { new Walker("from", X), new Walker("to", Y) }, 1, () =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var v{v} = {isa.Fma($"{isa.Load(Walk.At("from", v * isa.Width))} - mean{v}", $"scale{v}", $"shift{v}")};");
                    if (Activation is not null)
                    {
                        code.Line(Activation.Apply(isa, $"v{v}"));
                    }

                    code.Line(isa.Store($"v{v}", Walk.At("to", v * isa.Width)) + ";");
                }
            });
        });
}

/// <summary>A scale and a shift for each channel: batch norm in prediction, where nothing could take it in.</summary>
internal sealed record ScaleShiftKernel(Plane X, Plane Y, Activation? Activation) : Kernel
{
    public override string Name => $"ScaleShift{Activation?.Key}_{X.Key}" + (X == Y ? "" : $"_{Y.Key}");

    public override string Summary => "Computes y = x · scale + shift for each channel.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "float* affine", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var scale{v} = {BatchNormRows.Row(X, "affine", 0, v, isa)};");
                code.Line($"var shift{v} = {BatchNormRows.Row(X, "affine", 1, v, isa)};");
            }

            code.Line("float* from = x + channel;");
            code.Line("float* to = y + channel;");
            Walk.Pixels(code, "count", new[] { new Walker("from", X), new Walker("to", Y) }, 1, () =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var v{v} = {isa.Fma(isa.Load(Walk.At("from", v * isa.Width)), $"scale{v}", $"shift{v}")};");
                    if (Activation is not null)
                    {
                        code.Line(Activation.Apply(isa, $"v{v}"));
                    }

                    code.Line(isa.Store($"v{v}", Walk.At("to", v * isa.Width)) + ";");
                }
            });
        });
}

/// <summary>The sums that batch norm's gradients are made of.</summary>
internal sealed record BatchNormSumsKernel(Plane X, Plane Dy) : Kernel
{
    public override string Name => $"BatchNormSums_{X.Key}" + (X == Dy ? "" : $"_{Dy.Key}");

    public override string Summary => "Adds dy and dy · x̂ of each channel to a lane's sums, which are the gradients by β and γ.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* statistics", "float* products", "float* sums", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int step = BatchNormRows.ImagesAtOnce(X);
        Walk.ChannelBlocks(code, isa, X.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
        {
            int unroll = X.Contiguous == Dy.Contiguous ? Walk.Unroll(X, vectors) : 1;
            var registers = Walk.Registers(isa, X, vectors, unroll).ToList();
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var mean{v} = {BatchNormRows.Row(X, "statistics", BatchNormRows.Mean, v, isa)};");
            }

            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            using (code.Block($"for (int first = 0; first < count; first += {step})"))
            {
                code.Line($"int images = global::System.Math.Min({step}, count - first);");
                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                    code.Line($"var product{r.Register} = {isa.Zero};");
                }

                Walk.Pixels(code, "images", new[] { new Walker("xAt", X), new Walker("dyAt", Dy) }, unroll, () =>
                {
                    foreach (var r in registers)
                    {
                        code.Line($"var d{r.Register} = {isa.Load(Walk.At("dyAt", r.Offset))};");
                        code.Line($"sum{r.Register} += d{r.Register};");
                        code.Line($"product{r.Register} = {isa.Fma($"{isa.Load(Walk.At("xAt", r.Offset))} - mean{r.Vector}", $"d{r.Register}", $"product{r.Register}")};");
                    }
                });

                for (int v = 0; v < vectors; v++)
                {
                    string sums = Walk.At("sums + channel", v * isa.Width);
                    string products = Walk.At("products + channel", v * isa.Width);
                    code.Line(isa.Store($"{isa.Load(sums)} + {Walk.Fold("sum", v, vectors, unroll)}", sums) + ";");
                    code.Line(isa.Store(
                        isa.Fma($"{Walk.Fold("product", v, vectors, unroll)}", BatchNormRows.Row(X, "statistics", BatchNormRows.InverseDeviation, v, isa), isa.Load(products)),
                        products) + ";");
                }
            }
        });
    }
}

/// <summary>Batch norm's gradient by its input.</summary>
internal sealed record BatchNormGradientKernel(Plane X, Plane Dy, Plane Dx) : Kernel
{
    public override string Name => $"BatchNormGradient_{X.Key}" + (X == Dy && X == Dx ? "" : $"_{Dy.Key}_{Dx.Key}");

    public override string Summary => "Computes dx = γ / √(variance + ε) · (dy − mean(dy) − x̂ · mean(dy · x̂)) for each channel.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* dx", "float* statistics", "float* affine", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.ChannelBlocks(code, isa, X.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var mean{v} = {BatchNormRows.Row(X, "statistics", BatchNormRows.Mean, v, isa)};");
                code.Line($"var inverse{v} = {BatchNormRows.Row(X, "statistics", BatchNormRows.InverseDeviation, v, isa)};");
                code.Line($"var scale{v} = inverse{v} * {BatchNormRows.Row(X, "affine", 0, v, isa)};");
                code.Line($"var constant{v} = -(scale{v} * {BatchNormRows.Row(X, "statistics", BatchNormRows.MeanGradient, v, isa)});");
                code.Line($"var slope{v} = -(scale{v} * inverse{v} * {BatchNormRows.Row(X, "statistics", BatchNormRows.MeanProduct, v, isa)});");
            }

            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            code.Line("float* to = dx + channel;");
            Walk.Pixels(code, "count", new[] { new Walker("xAt", X), new Walker("dyAt", Dy), new Walker("to", Dx) }, 1, () =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    string rest = isa.Fma($"{isa.Load(Walk.At("xAt", v * isa.Width))} - mean{v}", $"slope{v}", $"constant{v}");
                    code.Line($"var rest{v} = {rest};");
                    code.Line(isa.Store(isa.Fma(isa.Load(Walk.At("dyAt", v * isa.Width)), $"scale{v}", $"rest{v}"), Walk.At("to", v * isa.Width)) + ";");
                }
            });
        });
}
