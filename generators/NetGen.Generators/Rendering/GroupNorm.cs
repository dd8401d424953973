using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Group norm keeps two rows of numbers an image, with a number a channel; in a group they are alike.</summary>
internal static class GroupNormRows
{
    public static string At(string pointer, int row, int vector, Isa isa) => SizedWalk.Row(pointer, row, vector, isa);

    public static string Load(string pointer, int row, int vector, Isa isa) => isa.Load(At(pointer, row, vector, isa));

    /// <summary>The factor γ behind a product; nothing where the norm has none.</summary>
    public static string Weight(bool affine, int vector, Isa isa) => affine ? $" * {Load("affine", 0, vector, isa)}" : "";
}

/// <summary>Normalises over groups of channels.</summary>
internal sealed class GroupNormText(GroupNormKernel kernel) : PixelText(kernel)
{
    private readonly GroupNormKernel _kernel = kernel;

    private float Epsilon => _kernel.Epsilon;

    public override string Remarks => base.Remarks + " channels are those of a group.";

    public override string Summary =>
        $"Computes y = (x − mean) / √(variance + ε){(_kernel.Affine ? " · γ + β" : "")} with mean and variance over a group of channels of an image. They are found in two passes, so that nothing cancels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("// The mean of each group.");
            Sum(code, isa, squares: false);
            Groupwise(code, "first", "(float)total");
            code.Line();
            code.Line("// Its variance.");
            Sum(code, isa, squares: true);
            Groupwise(code, "first + pitch", $"(float)(1.0 / global::System.Math.Sqrt(total + {Literals.Of(Epsilon)}))");
            code.Line();
            using (code.Braces("// Normalise."))
            {
                SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var mean{v} = {GroupNormRows.Load("moments", 0, v, isa)};");
                        code.Line($"var scale{v} = {GroupNormRows.Load("moments", 1, v, isa)}{GroupNormRows.Weight(_kernel.Affine, v, isa)};");
                        if (_kernel.Affine)
                        {
                            code.Line($"var shift{v} = {GroupNormRows.Load("affine", 1, v, isa)};");
                        }
                    }

                    code.Line("float* from = x + channel;");
                    code.Line("float* to = y + channel;");
                    Pixels(code, null, new[] { new Cursor("from", "x"), new Cursor("to", "y") }, 1, _ =>
                    {
                        for (int v = 0; v < vectors; v++)
                        {
                            string deviation = $"{isa.Load(Walk.At("from", v * isa.Width))} - mean{v}";
                            string value = _kernel.Affine ? isa.Fma(deviation, $"scale{v}", $"shift{v}") : $"({deviation}) * scale{v}";
                            code.Line(isa.Store(value, Walk.At("to", v * isa.Width)) + ";");
                        }
                    });
                });
            }

            code.Line($"x += {ImageOf("x")};");
            code.Line($"y += {ImageOf("y")};");
            code.Line("moments += 2 * pitch;");
        }
    }

    /// <summary>Sums each channel over the pixels of an image, or its squared deviations from the mean, into the row of moments.</summary>
    private void Sum(CodeWriter code, Isa isa, bool squares)
    {
        using CodeWriter.Scope block = code.Braces(squares ? "// Squared deviations of each channel." : "// Sums of each channel.");
        SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
        {
            int unroll = SizedWalk.Unroll(vectors);
            var registers = SizedWalk.Registers(vectors, unroll).ToList();
            for (int v = 0; v < vectors && squares; v++)
            {
                code.Line($"var mean{v} = {GroupNormRows.Load("moments", 0, v, isa)};");
            }

            foreach (var r in registers)
            {
                code.Line($"var sum{r.Register} = {isa.Zero};");
            }

            code.Line("float* at = x + channel;");
            Pixels(code, null, new[] { new Cursor("at", "x") }, unroll, pixels =>
            {
                foreach (var r in SizedWalk.Registers(vectors, pixels))
                {
                    string value = isa.Load(SizedWalk.At("at", r.Pixel, r.Vector, isa));
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
                code.Line(isa.Store(Walk.Fold("sum", v, vectors, unroll), GroupNormRows.At("moments", squares ? 1 : 0, v, isa)) + ";");
            }
        });
    }

    /// <summary>Turns the channels' sums into a number of their group; <c>total</c> is their mean over its values.</summary>
    private void Groupwise(CodeWriter code, string row, string result)
    {
        using (code.Braces("for (int group = 0; group < groups; group++)"))
        {
            code.Line("float* first = moments + (group * channels);");
            code.Line($"var sums = new global::System.Span<float>({row}, channels);");
            code.Line("double total = 0;");
            using (code.Braces("for (int i = 0; i < channels; i++)"))
            {
                code.Line("total += sums[i];");
            }

            code.Line($"total /= ((double)channels * {PixelCount});");
            code.Line($"sums.Fill({result});");
        }
    }
}

/// <summary>The sums that group norm's gradients are made of.</summary>
internal sealed class GroupNormSumsText(GroupNormSumsKernel kernel) : PixelText(kernel)
{
    private readonly GroupNormSumsKernel _kernel = kernel;

    public override string Remarks => base.Remarks + " channels are those of a group.";

    public override string Summary => _kernel.Affine
        ? "Adds dy and dy · x̂ of each channel to a shard's sums, which are the gradients by β and γ, and finds the line that the gradient by the input takes off: −mean(γ · dy) / σ, then −mean(γ · dy · x̂) / σ² as the factor of x − mean."
        : "Finds the line that the gradient by the input takes off: −mean(dy) / σ, then −mean(dy · x̂) / σ² as the factor of x − mean.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                int unroll = SizedWalk.Unroll(vectors);
                var registers = SizedWalk.Registers(vectors, unroll).ToList();
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var mean{v} = {GroupNormRows.Load("moments", 0, v, isa)};");
                }

                foreach (var r in registers)
                {
                    code.Line($"var sum{r.Register} = {isa.Zero};");
                    code.Line($"var product{r.Register} = {isa.Zero};");
                }

                code.Line("float* xAt = x + channel;");
                code.Line("float* dyAt = dy + channel;");
                Pixels(code, null, new[] { new Cursor("xAt", "x"), new Cursor("dyAt", "dy") }, unroll, pixels =>
                {
                    foreach (var r in SizedWalk.Registers(vectors, pixels))
                    {
                        code.Line($"var d{r.Register} = {isa.Load(SizedWalk.At("dyAt", r.Pixel, r.Vector, isa))};");
                        code.Line($"sum{r.Register} += d{r.Register};");
                        code.Line($"product{r.Register} = {isa.Fma($"{isa.Load(SizedWalk.At("xAt", r.Pixel, r.Vector, isa))} - mean{r.Vector}", $"d{r.Register}", $"product{r.Register}")};");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    string weight = GroupNormRows.Weight(_kernel.Affine, v, isa);
                    code.Line($"var ofSum{v} = {Walk.Fold("sum", v, vectors, unroll)};");
                    code.Line($"var ofProduct{v} = ({Walk.Fold("product", v, vectors, unroll)}) * {GroupNormRows.Load("moments", 1, v, isa)};");
                    if (_kernel.Affine)
                    {
                        string sums = Walk.At("sums + channel", v * isa.Width);
                        string products = Walk.At("products + channel", v * isa.Width);
                        code.Line(isa.Store($"{isa.Load(sums)} + ofSum{v}", sums) + ";");
                        code.Line(isa.Store($"{isa.Load(products)} + ofProduct{v}", products) + ";");
                    }

                    code.Line(isa.Store($"ofSum{v}{weight}", GroupNormRows.At("lines", 0, v, isa)) + ";");
                    code.Line(isa.Store($"ofProduct{v}{weight}", GroupNormRows.At("lines", 1, v, isa)) + ";");
                }
            });
            using (code.Braces("for (int group = 0; group < groups; group++)"))
            {
                code.Line("float* first = lines + (group * channels);");
                code.Line("double sum = 0;");
                code.Line("double product = 0;");
                using (code.Braces("for (int i = 0; i < channels; i++)"))
                {
                    code.Line("sum += first[i];");
                    code.Line("product += first[pitch + i];");
                }

                code.Line("double inverse = moments[pitch + (group * channels)];");
                code.Line($"new global::System.Span<float>(first, channels).Fill((float)(-sum * inverse / ((double)channels * {PixelCount})));");
                code.Line($"new global::System.Span<float>(first + pitch, channels).Fill((float)(-product * inverse * inverse / ((double)channels * {PixelCount})));");
            }

            code.Line($"x += {ImageOf("x")};");
            code.Line($"dy += {ImageOf("dy")};");
            code.Line("moments += 2 * pitch;");
            code.Line("lines += 2 * pitch;");
        }
    }
}

/// <summary>Group norm's gradient by its input.</summary>
internal sealed class GroupNormGradientText(GroupNormGradientKernel kernel) : PixelText(kernel)
{
    private readonly GroupNormGradientKernel _kernel = kernel;

    private string Factor => _kernel.Affine ? "γ · " : "";

    public override string Summary => $"Computes dx = ({Factor}dy − mean({Factor}dy) − x̂ · mean({Factor}dy · x̂)) / √(variance + ε), with the means over an image's group.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var mean{v} = {GroupNormRows.Load("moments", 0, v, isa)};");
                    code.Line($"var scale{v} = {GroupNormRows.Load("moments", 1, v, isa)}{GroupNormRows.Weight(_kernel.Affine, v, isa)};");
                    code.Line($"var constant{v} = {GroupNormRows.Load("lines", 0, v, isa)};");
                    code.Line($"var slope{v} = {GroupNormRows.Load("lines", 1, v, isa)};");
                }

                code.Line("float* xAt = x + channel;");
                code.Line("float* dyAt = dy + channel;");
                code.Line("float* to = dx + channel;");
                Pixels(code, null, new[] { new Cursor("xAt", "x"), new Cursor("dyAt", "dy"), new Cursor("to", "dx") }, 1, _ =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var rest{v} = {isa.Fma($"{isa.Load(Walk.At("xAt", v * isa.Width))} - mean{v}", $"slope{v}", $"constant{v}")};");
                        code.Line(isa.Store(isa.Fma(isa.Load(Walk.At("dyAt", v * isa.Width)), $"scale{v}", $"rest{v}"), Walk.At("to", v * isa.Width)) + ";");
                    }
                });
            });
            code.Line($"x += {ImageOf("x")};");
            code.Line($"dy += {ImageOf("dy")};");
            code.Line($"dx += {ImageOf("dx")};");
            code.Line("moments += 2 * pitch;");
            code.Line("lines += 2 * pitch;");
        }
    }
}
