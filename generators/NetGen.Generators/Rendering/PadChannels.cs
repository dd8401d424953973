using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Copies each pixel's channels to a later place in a wider pixel, with zeros around them.</summary>
internal sealed class PadChannelsText(PadChannelsKernel kernel) : KernelText(kernel)
{
    private readonly PadChannelsKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private int Before => _kernel.Before;

    public override string Summary => $"Copies {X.C} channels between {Before} and {Y.C - Before - X.C} channels of zeros.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            // Whole vectors from the pixel's start: those that reach into the copied channels are overwritten below.
            int end = Before + X.C;
            EmitZeros(code, isa, 0, Up(Before, isa.Width));
            EmitZeros(code, isa, Math.Max(Up(Before, isa.Width), end / isa.Width * isa.Width), Up(Y.C, isa.Width));
            code.Line($"// Channels {Before} to {end - 1}.");
            EmitCopy(code, isa);
        });

    private static int Up(int channels, int width) => (channels + width - 1) / width * width;

    private static void EmitZeros(CodeWriter code, Isa isa, int start, int end)
    {
        if (end - start > 4 * isa.Width)
        {
            using (code.Braces($"for (int i = {start}; i < {end}; i += {isa.Width})"))
            {
                code.Line(isa.Store(isa.Zero, "y + i") + ";");
            }

            return;
        }

        for (int i = start; i < end; i += isa.Width)
        {
            code.Line(isa.Store(isa.Zero, Walk.At("y", i)) + ";");
        }
    }

    /// <summary>Copies these channels and no lane more, since zeros follow: the last vector goes back over some that are copied already.</summary>
    private void EmitCopy(CodeWriter code, Isa isa)
    {
        if (Isa.All.FirstOrDefault(i => i.Width <= Math.Min(isa.Width, X.C)) is not { } fit)
        {
            for (int i = 0; i < X.C; i++)
            {
                code.Line($"y[{Before + i}] = x[{i}];");
            }

            return;
        }

        int whole = X.C / fit.Width * fit.Width;
        if (whole > 4 * fit.Width)
        {
            using (code.Braces($"for (int i = 0; i < {whole}; i += {fit.Width})"))
            {
                code.Line(fit.Store(fit.Load("x + i"), $"{Walk.At("y", Before)} + i") + ";");
            }
        }
        else
        {
            for (int i = 0; i < whole; i += fit.Width)
            {
                EmitVector(code, fit, i);
            }
        }

        if (whole < X.C)
        {
            EmitVector(code, fit, X.C - fit.Width);
        }
    }

    private void EmitVector(CodeWriter code, Isa isa, int at) =>
        code.Line(isa.Store(isa.Load(Walk.At("x", at)), Walk.At("y", Before + at)) + ";");
}
