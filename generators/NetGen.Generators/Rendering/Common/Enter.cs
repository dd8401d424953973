using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Brings images from NCHW into a plane, or hands them out.</summary>
internal abstract class ExchangeText(ExchangeKernel kernel) : KernelText(kernel)
{
    private readonly ExchangeKernel _kernel = kernel;

    private string Inside => _kernel.Inside.Name;

    private string Outside => _kernel.Outside.Name;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    private Plane Plane => _kernel.Plane;

    public override string Remarks => Plane.IsVector
        ? "Sizes: the channels, and floats from an image to the next."
        : $"Sizes: the channels, rows and columns; floats from a pixel to the next, and from a row of {Inside}; floats from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (Plane.IsVector)
            {
                code.Line("new global::System.ReadOnlySpan<float>(x, channels).CopyTo(new global::System.Span<float>(y, channels));");
            }
            else
            {
                code.Line("TeamShare share = TeamShare.Of(rows, part, parts);");
                using (code.Braces("for (int row = share.First; row < share.End; row++)"))
                {
                    EmitRow(code);
                }
            }

            code.Line("x += xImage;");
            code.Line("y += yImage;");
        }
    }

    /// <summary>Writes what is done for a row.</summary>
    protected virtual void EmitRow(CodeWriter code)
    {
        using (code.Braces("for (int channel = 0; channel < channels; channel++)"))
        {
            code.Line($"float* line = {Outside} + (((channel * rows) + row) * columns);");
            code.Line($"float* pixel = {Inside} + (row * {Inside}Row) + channel;");
            using (code.Braces("for (int column = 0; column < columns; column++)"))
            {
                code.Line(Inside == "y" ? "*pixel = line[column];" : "line[column] = *pixel;");
                code.Line("pixel += pitch;");
            }
        }
    }
}

/// <summary>Brings images from NCHW into a plane.</summary>
internal sealed class EnterText(EnterKernel kernel) : ExchangeText(kernel)
{
    private readonly EnterKernel _kernel = kernel;

    private Plane Plane => _kernel.Plane;

    public override string Summary => Plane.IsVector ? "Copies vectors into the internal layout." : "Copies images from NCHW into the internal NHWC layout.";

    protected override void EmitRow(CodeWriter code)
    {
        using (code.Braces("if (channels == 3)"))
        {
            code.Line("// An RGB image: pixel by pixel, so that each place is written once.");
            code.Line("float* red = x + (row * columns), green = red + (rows * columns), blue = green + (rows * columns);");
            code.Line("float* pixel = y + (row * yRow);");
            using (code.Braces("for (int column = 0; column < columns; column++)"))
            {
                code.Line("pixel[0] = red[column];");
                code.Line("pixel[1] = green[column];");
                code.Line("pixel[2] = blue[column];");
                code.Line("pixel += pitch;");
            }

            code.Line();
            code.Line("continue;");
        }

        code.Line();
        base.EmitRow(code);
    }
}
