using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A depthwise convolution by a kernel too large to be written out tap by tap, or with strides that leave too many kinds of pixels: loops over the taps,
/// some output pixels beside each other at a time.
/// </summary>
internal sealed class LargeDepthwiseConvText(LargeDepthwiseConvKernel kernel) : KernelText(kernel)
{
    private readonly LargeDepthwiseConvKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private Window Window => _kernel.Window;

    private Activation? Activation => _kernel.Activation;

    public override string Summary => $"Convolves each channel with its own {Window.KernelY} × {Window.KernelX} weights and adds the bias.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int tile = Math.Min(isa.Registers >= 32 ? 8 : 4, Y.W);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line($"float* inRow = {Walk.At("input", -((long)Window.PadY * X.Row) - ((long)Window.PadX * X.Pitch))};");
            code.Line("float* outRow = output;");
            using (code.Braces($"for (int row = 0; row < {Y.H}; row++)"))
            {
                using (code.Braces($"for (int channel = 0; channel < {Y.Pitch}; channel += {isa.Width})"))
                {
                    code.Line($"var start = {isa.Load(Walk.At("weights + channel", (long)Window.KernelY * Window.KernelX * Y.Pitch))};");
                    code.Line("float* from = inRow + channel;");
                    code.Line("float* to = outRow + channel;");
                    using (code.Braces($"for (int column = 0; column < {Y.W / tile * tile}; column += {tile})"))
                    {
                        EmitTile(code, isa, tile);
                        code.Line($"from += {(long)tile * Window.StrideX * X.Pitch};");
                        code.Line($"to += {(long)tile * Y.Pitch};");
                    }

                    if (Y.W % tile > 0)
                    {
                        using (code.Braces($"// The last {Y.W % tile} of the row."))
                        {
                            EmitTile(code, isa, Y.W % tile);
                        }
                    }
                }

                code.Line($"inRow += {(long)Window.StrideY * X.Row};");
                code.Line($"outRow += {Y.Row};");
            }

            code.Line($"input += {X.Image};");
            code.Line($"output += {Y.Image};");
        }
    }

    private void EmitTile(CodeWriter code, Isa isa, int pixels)
    {
        for (int p = 0; p < pixels; p++)
        {
            code.Line($"var sum{p} = start;");
        }

        code.Line("float* weight = weights + channel;");
        using (code.Braces($"for (int ky = 0; ky < {Window.KernelY}; ky++)"))
        {
            code.Line($"float* x = from + (ky * {(long)Window.DilationY * X.Row}L);");
            using (code.Braces($"for (int kx = 0; kx < {Window.KernelX}; kx++)"))
            {
                code.Line($"var w = {isa.Load("weight")};");
                for (int p = 0; p < pixels; p++)
                {
                    code.Line($"sum{p} = {isa.Fma(isa.Load(Walk.At("x", (long)p * Window.StrideX * X.Pitch)), "w", $"sum{p}")};");
                }

                code.Line($"x += {(long)Window.DilationX * X.Pitch};");
                code.Line($"weight += {Y.Pitch};");
            }
        }

        for (int p = 0; p < pixels; p++)
        {
            if (Activation is not null)
            {
                code.Line(Activation.Apply(isa, $"sum{p}"));
            }

            code.Line(isa.Store($"sum{p}", Walk.At("to", (long)p * Y.Pitch)) + ";");
        }
    }
}

/// <summary>The gradient by the input of such a convolution: each input pixel gathers from the outputs that read it.</summary>
internal sealed class LargeDepthwiseConvInputGradientText(LargeDepthwiseConvInputGradientKernel kernel) : KernelText(kernel)
{
    private readonly LargeDepthwiseConvInputGradientKernel _kernel = kernel;

    private Plane Dy => _kernel.Dy;

    private Plane Dx => _kernel.Dx;

    private Window Window => _kernel.Window;

    public override string Summary => "Gathers the gradient by each input from the outputs that read it, with the same weights.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        // Neighbours are reached by the same taps only where there is no stride.
        int tile = Window.StrideX > 1 ? 1 : Math.Min(isa.Registers >= 32 ? 8 : 4, Dx.W);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces($"for (int row = 0; row < {Dx.H}; row++)"))
            using (code.Braces($"for (int channel = 0; channel < {Dx.Pitch}; channel += {isa.Width})"))
            {
                code.Line($"float* to = output + (row * {Dx.Row}) + channel;");
                using (code.Braces($"for (int column = 0; column < {Dx.W / tile * tile}; column += {tile})"))
                {
                    EmitTile(code, isa, tile, "column");
                    code.Line($"to += {tile * Dx.Pitch};");
                }

                if (Dx.W % tile > 0)
                {
                    using (code.Braces($"// The last {Dx.W % tile} of the row."))
                    {
                        EmitTile(code, isa, Dx.W % tile, $"{Dx.W / tile * tile}");
                    }
                }
            }

            code.Line($"input += {Dy.Image};");
            code.Line($"output += {Dx.Image};");
        }
    }

    private void EmitTile(CodeWriter code, Isa isa, int pixels, string column)
    {
        for (int p = 0; p < pixels; p++)
        {
            code.Line($"var sum{p} = {isa.Zero};");
        }

        using (code.Braces($"for (int ky = 0; ky < {Window.KernelY}; ky++)"))
        {
            code.Line($"int y = row + {Window.PadY} - (ky * {Window.DilationY});");
            EmitSkip(code, "y", Window.StrideY);
            using (code.Braces($"for (int kx = 0; kx < {Window.KernelX}; kx++)"))
            {
                code.Line($"int x = {column} + {Window.PadX} - (kx * {Window.DilationX});");
                EmitSkip(code, "x", Window.StrideX);
                code.Line($"float* from = input + (y{Divided(Window.StrideY)} * {Dy.Row}) + (x{Divided(Window.StrideX)} * {Dy.Pitch}) + channel;");
                code.Line($"var w = {isa.Load($"weights + (((ky * {Window.KernelX}L) + kx) * {Dy.Pitch}) + channel")};");
                for (int p = 0; p < pixels; p++)
                {
                    code.Line($"sum{p} = {isa.Fma(isa.Load(Walk.At("from", (long)p * Dy.Pitch)), "w", $"sum{p}")};");
                }
            }
        }

        for (int p = 0; p < pixels; p++)
        {
            code.Line(isa.Store($"sum{p}", Walk.At("to", (long)p * Dx.Pitch)) + ";");
        }
    }

    /// <summary>A tap that lands between two outputs reaches none.</summary>
    private static void EmitSkip(CodeWriter code, string place, int stride)
    {
        if (stride > 1)
        {
            using (code.Braces($"if ({place} % {stride} != 0)"))
            {
                code.Line("continue;");
            }

            code.Line();
        }
    }

    private static string Divided(int stride) => stride > 1 ? $" / {stride}" : "";
}

/// <summary>The gradient by the weights of such a convolution, a few taps of a kernel's row at a time.</summary>
internal sealed class LargeDepthwiseConvWeightGradientText(LargeDepthwiseConvWeightGradientKernel kernel) : KernelText(kernel)
{
    private readonly LargeDepthwiseConvWeightGradientKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    private Window Window => _kernel.Window;

    public override string Summary => "Adds the gradient by each channel's weights to a shard's sums.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int taps = Math.Min(isa.Registers >= 32 ? 16 : 8, Window.KernelX);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces($"for (int ky = 0; ky < {Window.KernelY}; ky++)"))
            {
                using (code.Braces($"for (int kx = 0; kx < {Window.KernelX / taps * taps}; kx += {taps})"))
                {
                    EmitTaps(code, isa, taps, "kx");
                }

                if (Window.KernelX % taps > 0)
                {
                    using (code.Braces($"// The last {Window.KernelX % taps} of the row."))
                    {
                        EmitTaps(code, isa, Window.KernelX % taps, $"{Window.KernelX / taps * taps}");
                    }
                }
            }

            code.Line($"x += {X.Image};");
            code.Line($"dy += {Dy.Image};");
        }
    }

    private void EmitTaps(CodeWriter code, Isa isa, int taps, string first)
    {
        using (code.Braces($"for (int channel = 0; channel < {X.Pitch}; channel += {isa.Width})"))
        {
            for (int t = 0; t < taps; t++)
            {
                code.Line($"var sum{t} = {isa.Zero};");
            }

            using (code.Braces($"for (int row = 0; row < {Dy.H}; row++)"))
            {
                code.Line($"float* xAt = x + (((row * {Window.StrideY}) + (ky * {Window.DilationY}) - {Window.PadY}) * {X.Row}) + ((({first} * {Window.DilationX}) - {Window.PadX}) * {X.Pitch}) + channel;");
                code.Line($"float* dyAt = dy + (row * {Dy.Row}) + channel;");
                using (code.Braces($"for (int column = 0; column < {Dy.W}; column++)"))
                {
                    code.Line($"var d = {isa.Load("dyAt")};");
                    for (int t = 0; t < taps; t++)
                    {
                        code.Line($"sum{t} = {isa.Fma(isa.Load(Walk.At("xAt", (long)t * Window.DilationX * X.Pitch)), "d", $"sum{t}")};");
                    }

                    code.Line($"xAt += {(long)Window.StrideX * X.Pitch};");
                    code.Line($"dyAt += {Dy.Pitch};");
                }
            }

            code.Line($"float* sum = sums + (((ky * {Window.KernelX}L) + {first}) * {X.Pitch}) + channel;");
            for (int t = 0; t < taps; t++)
            {
                string place = Walk.At("sum", (long)t * X.Pitch);
                code.Line(isa.Store($"{isa.Load(place)} + sum{t}", place) + ";");
            }
        }
    }
}
