using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What batch norm's kernels share.</summary>
internal static class BatchNormCode
{
    /// <summary>Images that are summed at once: few enough that a second pass finds them in the cache, and that a sum in floats stays exact.</summary>
    public static string ImagesAtOnce(string pixels) => $"global::System.Math.Max(1, 16384 / ({pixels} * global::System.Math.Min(pitch, 64)))";

    /// <summary>Declares <c>mean</c>, <c>scale</c> and <c>shift</c> of a vector of channels, of which y = (x − mean) · scale + shift is made.</summary>
    public static void Affine(CodeWriter code, Isa isa, int v)
    {
        code.Line($"var mean{v} = {Row("statistics", BatchNormRows.Mean, v, isa)};");
        code.Line($"var scale{v} = {Row("statistics", BatchNormRows.InverseDeviation, v, isa)} * {Row("statistics", BatchNormRows.Weight, v, isa)};");
        code.Line($"var shift{v} = {Row("statistics", BatchNormRows.Bias, v, isa)};");
    }

    /// <summary>The output gradient <paramref name="gradient"/> behind the activation, which takes its sign from the output before it: the same numbers as on the way forward.</summary>
    public static string Masked(Activation? activation, Isa isa, string centred, int v, string gradient) =>
        activation is null ? gradient : activation.Mask(isa, isa.Fma(centred, $"scale{v}", $"shift{v}"), gradient);

    /// <summary>What a summary says of a gradient that is taken behind an activation.</summary>
    public static string Behind(Activation? activation) => activation is null ? "" : $", with dy behind {activation.Name}, whose sign is computed anew";

    public static string Row(string pointer, int row, int vector, Isa isa) => isa.Load(SizedWalk.Row(pointer, row, vector, isa));
}

/// <summary>Count, mean and squared deviations of each channel.</summary>
internal sealed class BatchNormMomentsText(BatchNormMomentsKernel kernel) : PixelText(kernel)
{
    private readonly BatchNormMomentsKernel _kernel = kernel;

    private bool Bordered => _kernel.Bordered;

    public override string Summary =>
        "Adds the images to a shard's count, mean and sum of squared deviations of each channel. Mean and deviations are found in two passes over a few images, which the cache holds, and merged by Chan's formula: nothing cancels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int most = 4;
        code.Line($"int together = {BatchNormCode.ImagesAtOnce(PixelCount)};");
        SizedWalk.ChannelBlocks(code, isa, most, vectors =>
        {
            int unroll = SizedWalk.Unroll(vectors);
            var registers = SizedWalk.Registers(vectors, unroll).ToList();
            using (code.Braces("for (int first = 0; first < count; first += together)"))
            {
                code.Line("int images = global::System.Math.Min(together, count - first);");
                code.Line($"float values = images * {PixelCount};");
                code.Line(Bordered ? "float* start = x + ((long)first * xImage) + channel;" : "float* start = x + ((long)first * pixels * pitch) + channel;");
                code.Line();
                code.Line("// The mean of these images.");
                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                }

                code.Line("float* at = start;");
                Pixels(code, "images", new[] { new Cursor("at", "x") }, unroll, pixels =>
                {
                    foreach (var r in SizedWalk.Registers(vectors, pixels))
                    {
                        code.Line($"sum{r.Register} += {isa.Load(SizedWalk.At("at", r.Pixel, r.Vector, isa))};");
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
                Pixels(code, "images", new[] { new Cursor("at", "x") }, unroll, pixels =>
                {
                    foreach (var r in SizedWalk.Registers(vectors, pixels))
                    {
                        code.Line($"var d{r.Register} = {isa.Load(SizedWalk.At("at", r.Pixel, r.Vector, isa))} - mean{r.Vector};");
                        code.Line($"squares{r.Register} = {isa.Fma("d" + r.Register, "d" + r.Register, "squares" + r.Register)};");
                    }
                });

                code.Line();
                code.Line("// Merge them with the shard's.");
                for (int v = 0; v < vectors; v++)
                {
                    string counts = SizedWalk.Row("moments", 0, v, isa);
                    string means = SizedWalk.Row("moments", 1, v, isa);
                    string squares = SizedWalk.Row("moments", 2, v, isa);
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
internal sealed class BatchNormText(BatchNormKernel kernel) : PixelText(kernel)
{
    private readonly BatchNormKernel _kernel = kernel;

    private Activation? Activation => _kernel.Activation;

    public override string Summary => "Computes y = (x − mean) / √(variance + ε) · γ + β for each channel" + (Activation is null ? "." : $" and applies {Activation.Name}.");

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                BatchNormCode.Affine(code, isa, v);
            }

            code.Line("float* from = x + channel;");
            code.Line("float* to = y + channel;");
            Pixels(code, "count", new[] { new Cursor("from", "x"), new Cursor("to", "y") }, 1, _ =>
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
internal sealed class ScaleShiftText(ScaleShiftKernel kernel) : PixelText(kernel)
{
    private readonly ScaleShiftKernel _kernel = kernel;

    private Activation? Activation => _kernel.Activation;

    public override string Summary => "Computes y = x · scale + shift for each channel" + (Activation is null ? "." : $" and applies {Activation.Name}.");

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                code.Line($"var scale{v} = {BatchNormCode.Row("affine", 0, v, isa)};");
                code.Line($"var shift{v} = {BatchNormCode.Row("affine", 1, v, isa)};");
            }

            code.Line("float* from = x + channel;");
            code.Line("float* to = y + channel;");
            Pixels(code, "count", new[] { new Cursor("from", "x"), new Cursor("to", "y") }, 1, _ =>
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
internal sealed class BatchNormSumsText(BatchNormSumsKernel kernel) : PixelText(kernel)
{
    private readonly Activation? _activation = kernel.Activation;

    public override string Summary => $"Adds dy and dy · x̂ of each channel to a shard's sums, which are the gradients by β and γ{BatchNormCode.Behind(_activation)}.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line($"int together = {BatchNormCode.ImagesAtOnce(PixelCount)};");
        SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
        {
            int unroll = SizedWalk.Unroll(vectors);
            var registers = SizedWalk.Registers(vectors, unroll).ToList();
            for (int v = 0; v < vectors; v++)
            {
                if (_activation is null)
                {
                    code.Line($"var mean{v} = {BatchNormCode.Row("statistics", BatchNormRows.Mean, v, isa)};");
                }
                else
                {
                    BatchNormCode.Affine(code, isa, v);
                }
            }

            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            using (code.Braces("for (int first = 0; first < count; first += together)"))
            {
                code.Line("int images = global::System.Math.Min(together, count - first);");
                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                    code.Line($"var product{r.Register} = {isa.Zero};");
                }

                Pixels(code, "images", new[] { new Cursor("xAt", "x"), new Cursor("dyAt", "dy") }, unroll, pixels =>
                {
                    foreach (var r in SizedWalk.Registers(vectors, pixels))
                    {
                        code.Line($"var centred{r.Register} = {isa.Load(SizedWalk.At("xAt", r.Pixel, r.Vector, isa))} - mean{r.Vector};");
                        code.Line($"var d{r.Register} = {BatchNormCode.Masked(_activation, isa, $"centred{r.Register}", r.Vector, isa.Load(SizedWalk.At("dyAt", r.Pixel, r.Vector, isa)))};");
                        code.Line($"sum{r.Register} += d{r.Register};");
                        code.Line($"product{r.Register} = {isa.Fma($"centred{r.Register}", $"d{r.Register}", $"product{r.Register}")};");
                    }
                });

                for (int v = 0; v < vectors; v++)
                {
                    string sums = Walk.At("sums + channel", v * isa.Width);
                    string products = Walk.At("products + channel", v * isa.Width);
                    code.Line(isa.Store($"{isa.Load(sums)} + {Walk.Fold("sum", v, vectors, unroll)}", sums) + ";");
                    code.Line(isa.Store(
                        isa.Fma($"{Walk.Fold("product", v, vectors, unroll)}", BatchNormCode.Row("statistics", BatchNormRows.InverseDeviation, v, isa), isa.Load(products)),
                        products) + ";");
                }
            }
        });
    }
}

/// <summary>Batch norm's gradient by its input.</summary>
internal sealed class BatchNormGradientText(BatchNormGradientKernel kernel) : PixelText(kernel)
{
    private readonly Activation? _activation = kernel.Activation;

    public override string Summary => $"Computes dx = γ / √(variance + ε) · (dy − mean(dy) − x̂ · mean(dy · x̂)) for each channel{BatchNormCode.Behind(_activation)}.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
        {
            for (int v = 0; v < vectors; v++)
            {
                string inverse = BatchNormCode.Row("statistics", BatchNormRows.InverseDeviation, v, isa);
                if (_activation is null)
                {
                    code.Line($"var mean{v} = {BatchNormCode.Row("statistics", BatchNormRows.Mean, v, isa)};");
                    code.Line($"var scale{v} = {inverse} * {BatchNormCode.Row("statistics", BatchNormRows.Weight, v, isa)};");
                }
                else
                {
                    BatchNormCode.Affine(code, isa, v);
                }

                code.Line($"var constant{v} = -(scale{v} * {BatchNormCode.Row("statistics", BatchNormRows.MeanGradient, v, isa)});");
                code.Line($"var slope{v} = -(scale{v} * {inverse} * {BatchNormCode.Row("statistics", BatchNormRows.MeanProduct, v, isa)});");
            }

            code.Line("float* xAt = x + channel;");
            code.Line("float* dyAt = dy + channel;");
            code.Line("float* to = dx + channel;");
            Pixels(code, "count", new[] { new Cursor("xAt", "x"), new Cursor("dyAt", "dy"), new Cursor("to", "dx") }, 1, _ =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var centred{v} = {isa.Load(Walk.At("xAt", v * isa.Width))} - mean{v};");
                    code.Line($"var d{v} = {BatchNormCode.Masked(_activation, isa, $"centred{v}", v, isa.Load(Walk.At("dyAt", v * isa.Width)))};");
                    code.Line($"var rest{v} = {isa.Fma($"centred{v}", $"slope{v}", $"constant{v}")};");
                    code.Line(isa.Store(isa.Fma($"d{v}", $"scale{v}", $"rest{v}"), Walk.At("to", v * isa.Width)) + ";");
                }
            });
        });
}
