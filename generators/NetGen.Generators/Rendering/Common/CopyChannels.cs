using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Copies some of a pixel's channels: into their place beside others, or out of it. A concatenation is a call for each input, and so is its gradient.
/// </summary>
internal sealed class CopyChannelsText(CopyChannelsKernel kernel) : KernelText(kernel)
{
    private readonly CopyChannelsKernel _kernel = kernel;

    private bool Bordered => _kernel.Bordered;

    public override string Summary => "Copies channels of each pixel, from xChannel on in x, from yChannel on in y. In y a vector may run over into later channels of the pixel, which are written afterwards.";

    public override string Remarks => Bordered
        ? "Layout: rows of columns pixels of xPitch and yPitch floats; the other sizes are floats from a row and from an image to the next."
        : "Layout: images of pixels without a border, of xPitch and yPitch floats.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("x += xChannel;");
        code.Line("y += yChannel;");
        if (!Bordered)
        {
            code.Line("TeamShare share = TeamShare.Of(count * pixels, part, parts);");
            code.Line("x += (nint)share.First * xPitch;");
            code.Line("y += (nint)share.First * yPitch;");
            EmitRun(code, isa, "share.Count");
            return;
        }

        code.Line("TeamShare share = TeamShare.Of(rows, part, parts);");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("x += share.First * xRow;");
            code.Line("y += share.First * yRow;");
            using (code.Braces("for (int row = share.First; row < share.End; row++)"))
            {
                EmitRun(code, isa, "columns");
                code.Line("x += xRow - (columns * xPitch);");
                code.Line("y += yRow - (columns * yPitch);");
            }

            code.Line("x += xImage - (share.End * xRow);");
            code.Line("y += yImage - (share.End * yRow);");
        }
    }

    private static void EmitRun(CodeWriter code, Isa isa, string pixels)
    {
        using (code.Braces($"for (int pixel = 0; pixel < {pixels}; pixel++)"))
        {
            code.Line("int i = 0;");
            using (code.Braces($"for (; i <= channels - {isa.Width}; i += {isa.Width})"))
            {
                code.Line(isa.Store(isa.Load("x + i"), "y + i") + ";");
            }

            code.Line();
            using (code.Braces("if (i < channels)"))
            {
                code.Line("// A last vector runs over where it stays inside the pixel, or goes back over what is copied already.");
                using (code.Braces($"if (yChannel + i + {isa.Width} <= yPitch)"))
                {
                    code.Line(isa.Store(isa.Load("x + i"), "y + i") + ";");
                }

                using (code.Braces("else if (i > 0)"))
                {
                    code.Line(isa.Store(isa.Load($"x + channels - {isa.Width}"), $"y + channels - {isa.Width}") + ";");
                }

                using (code.Braces("else"))
                {
                    using (code.Braces("for (; i < channels; i++)"))
                    {
                        code.Line("y[i] = x[i];");
                    }
                }
            }

            code.Line();
            code.Line("x += xPitch;");
            code.Line("y += yPitch;");
        }
    }
}
