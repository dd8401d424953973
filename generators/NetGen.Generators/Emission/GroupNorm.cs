using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Group norm keeps two rows of numbers an image, with a number a channel; in a group they are alike.</summary>
internal static class GroupNormRows
{
    /// <summary>The rows beside a value.</summary>
    public static Plane Of(Plane value) => new(2 * value.Pitch, 1, 1, 2 * value.Pitch, 0, 0);

    public static string At(Plane plane, string pointer, int row, int vector, Isa isa) => Walk.At($"{pointer} + channel", (row * plane.Pitch) + (vector * isa.Width));

    public static string Load(Plane plane, string pointer, int row, int vector, Isa isa) => isa.Load(At(plane, pointer, row, vector, isa));
}

/// <summary>Normalises over groups of channels.</summary>
internal sealed record GroupNormKernel(Plane X, Plane Y, int Groups, float Epsilon) : Kernel
{
    public override string Name => $"GroupNorm{Groups}_eps{NamePart.Of(Epsilon)}_{NamePart.Of(X, Y)}";

    public override string Summary => $"Computes y = (x − mean) / √(variance + ε) · γ + β with mean and variance over {X.C / Groups} channels of an image. They are found in two passes, so that nothing cancels.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "float* affine", "float* moments", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            code.Line("// The mean of each group.");
            Sum(code, isa, squares: false);
            Groupwise(code, "first", "(float)total");
            code.Line();
            code.Line("// Its variance.");
            Sum(code, isa, squares: true);
            Groupwise(code, $"first + {X.Pitch}", $"(float)(1.0 / global::System.Math.Sqrt(total + {CodeWriter.Literal(Epsilon)}))");
            code.Line();
            Walk.ChannelBlocks(code, isa, X.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var mean{v} = {GroupNormRows.Load(X, "moments", 0, v, isa)};");
                    code.Line($"var scale{v} = {GroupNormRows.Load(X, "moments", 1, v, isa)} * {GroupNormRows.Load(X, "affine", 0, v, isa)};");
                    code.Line($"var shift{v} = {GroupNormRows.Load(X, "affine", 1, v, isa)};");
                }

                code.Line("float* from = x + channel;");
                code.Line("float* to = y + channel;");
                Walk.Pixels(code, null, new[] { new Walker("from", X), new Walker("to", Y) }, 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        string value = isa.Fma($"{isa.Load(Walk.At("from", v * isa.Width))} - mean{v}", $"scale{v}", $"shift{v}");
                        code.Line(isa.Store(value, Walk.At("to", v * isa.Width)) + ";");
                    }
                });
            });
            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
            code.Line($"moments += {2 * X.Pitch};");
        }
    }

    /// <summary>Sums each channel over the pixels of an image, or its squared deviations from the mean, into the row of moments.</summary>
    private void Sum(CodeWriter code, Isa isa, bool squares) =>
        Walk.ChannelBlocks(code, isa, X.Pitch, 4, vectors =>
        {
            int unroll = Walk.Unroll(X, vectors);
            var registers = Walk.Registers(isa, X, vectors, unroll).ToList();
            for (int v = 0; v < vectors && squares; v++)
            {
                code.Line($"var mean{v} = {GroupNormRows.Load(X, "moments", 0, v, isa)};");
            }

            foreach (var r in registers)
            {
                code.Line($"var sum{r.Register} = {isa.Zero};");
            }

            code.Line("float* at = x + channel;");
            Walk.Pixels(code, null, new[] { new Walker("at", X) }, unroll, () =>
            {
                foreach (var r in registers)
                {
                    string value = isa.Load(Walk.At("at", r.Offset));
                    if (squares)
                    {
                        code.Line($"var d{r.Register} = {value} - mean{r.Vector};");
                        code.Line($"sum{r.Register} = {isa.Fma("d" + r.Register, "d" + r.Register, "sum" + r.Register)};");
                    }
                    else
                    {
                        code.Line($"sum{r.Register} += {value};");
                    }
                }
            });
            for (int v = 0; v < vectors; v++)
            {
                code.Line(isa.Store(Walk.Fold("sum", v, vectors, unroll), GroupNormRows.At(X, "moments", squares ? 1 : 0, v, isa)) + ";");
            }
        });

    /// <summary>Turns the channels' sums into a number of their group; <c>total</c> is their mean over its values.</summary>
    private void Groupwise(CodeWriter code, string row, string result)
    {
        int channels = X.C / Groups;
        using (code.Block($"for (int group = 0; group < {Groups}; group++)"))
        {
            code.Line($"float* first = moments + (group * {channels});");
            code.Line($"var sums = new global::System.Span<float>({row}, {channels});");
            code.Line("double total = 0;");
            using (code.Block($"for (int i = 0; i < {channels}; i++)"))
            {
                code.Line("total += sums[i];");
            }

            code.Line($"total /= {(long)channels * X.H * X.W};");
            code.Line($"sums.Fill({result});");
        }
    }
}

/// <summary>The sums that group norm's gradients are made of.</summary>
internal sealed record GroupNormSumsKernel(Plane X, Plane Dy, int Groups) : Kernel
{
    public override string Name => $"GroupNormSums{Groups}_{NamePart.Of(X, Dy)}";

    public override string Summary =>
        "Adds dy and dy · x̂ of each channel to a lane's sums, which are the gradients by β and γ, and finds the line that the gradient by the input takes off: −mean(γ · dy) / σ, then −mean(γ · dy · x̂) / σ² as the factor of x − mean.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* affine", "float* moments", "float* lines", "float* products", "float* sums", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int channels = X.C / Groups;
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, X.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                int unroll = X.Contiguous == Dy.Contiguous ? Walk.Unroll(X, vectors) : 1;
                var registers = Walk.Registers(isa, X, vectors, unroll).ToList();
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var mean{v} = {GroupNormRows.Load(X, "moments", 0, v, isa)};");
                }

                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                    code.Line($"var product{r.Register} = {isa.Zero};");
                }

                code.Line("float* xAt = x + channel;");
                code.Line("float* dyAt = dy + channel;");
                Walk.Pixels(code, null, new[] { new Walker("xAt", X), new Walker("dyAt", Dy) }, unroll, () =>
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
                    string weight = GroupNormRows.Load(X, "affine", 0, v, isa);
                    code.Line($"var ofSum{v} = {Walk.Fold("sum", v, vectors, unroll)};");
                    code.Line($"var ofProduct{v} = ({Walk.Fold("product", v, vectors, unroll)}) * {GroupNormRows.Load(X, "moments", 1, v, isa)};");
                    code.Line(isa.Store($"{isa.Load(sums)} + ofSum{v}", sums) + ";");
                    code.Line(isa.Store($"{isa.Load(products)} + ofProduct{v}", products) + ";");
                    code.Line(isa.Store($"ofSum{v} * {weight}", GroupNormRows.At(X, "lines", 0, v, isa)) + ";");
                    code.Line(isa.Store($"ofProduct{v} * {weight}", GroupNormRows.At(X, "lines", 1, v, isa)) + ";");
                }
            });
            using (code.Block($"for (int group = 0; group < {Groups}; group++)"))
            {
                code.Line($"float* first = lines + (group * {channels});");
                code.Line("double sum = 0;");
                code.Line("double product = 0;");
                using (code.Block($"for (int i = 0; i < {channels}; i++)"))
                {
                    code.Line("sum += first[i];");
                    code.Line($"product += first[{X.Pitch} + i];");
                }

                code.Line($"double inverse = moments[{X.Pitch} + (group * {channels})];");
                code.Line($"new global::System.Span<float>(first, {channels}).Fill((float)(-sum * inverse / {(long)channels * X.H * X.W}));");
                code.Line($"new global::System.Span<float>(first + {X.Pitch}, {channels}).Fill((float)(-product * inverse * inverse / {(long)channels * X.H * X.W}));");
            }

            code.Line($"x += {X.Image};");
            code.Line($"dy += {Dy.Image};");
            code.Line($"moments += {2 * X.Pitch};");
            code.Line($"lines += {2 * X.Pitch};");
        }
    }
}

/// <summary>Group norm's gradient by its input.</summary>
internal sealed record GroupNormGradientKernel(Plane X, Plane Dy, Plane Dx) : Kernel
{
    public override string Name => $"GroupNormGradient_{NamePart.Of(X, Dy, Dx)}";

    public override string Summary => "Computes dx = (γ · dy − mean(γ · dy) − x̂ · mean(γ · dy · x̂)) / √(variance + ε), with the means over an image's group.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* dx", "float* affine", "float* moments", "float* lines", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            Walk.ChannelBlocks(code, isa, X.Pitch, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var mean{v} = {GroupNormRows.Load(X, "moments", 0, v, isa)};");
                    code.Line($"var scale{v} = {GroupNormRows.Load(X, "moments", 1, v, isa)} * {GroupNormRows.Load(X, "affine", 0, v, isa)};");
                    code.Line($"var constant{v} = {GroupNormRows.Load(X, "lines", 0, v, isa)};");
                    code.Line($"var slope{v} = {GroupNormRows.Load(X, "lines", 1, v, isa)};");
                }

                code.Line("float* xAt = x + channel;");
                code.Line("float* dyAt = dy + channel;");
                code.Line("float* to = dx + channel;");
                Walk.Pixels(code, null, new[] { new Walker("xAt", X), new Walker("dyAt", Dy), new Walker("to", Dx) }, 1, () =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var rest{v} = {isa.Fma($"{isa.Load(Walk.At("xAt", v * isa.Width))} - mean{v}", $"slope{v}", $"constant{v}")};");
                        code.Line(isa.Store(isa.Fma(isa.Load(Walk.At("dyAt", v * isa.Width)), $"scale{v}", $"rest{v}"), Walk.At("to", v * isa.Width)) + ";");
                    }
                });
            });
            code.Line($"x += {X.Image};");
            code.Line($"dy += {Dy.Image};");
            code.Line($"dx += {Dx.Image};");
            code.Line($"moments += {2 * X.Pitch};");
            code.Line($"lines += {2 * X.Pitch};");
        }
    }
}
