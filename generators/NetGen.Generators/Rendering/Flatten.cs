using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Turns an image into a feature vector in C, H, W order, or back.</summary>
internal sealed class FlattenText(FlattenKernel kernel) : KernelText(kernel)
{
    private readonly FlattenKernel _kernel = kernel;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    private bool Back => _kernel.Back;

    private const int Step = 8;

    public override string Summary => Back ? "Turns vectors in C, H, W order back into images." : "Turns images into vectors in C, H, W order.";

    public override string Remarks =>
        "Sizes: the image's channels, rows and columns, floats from a pixel and from a row to the next, and floats from an image and from a vector to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("int pixels = rows * columns;");
        using (code.Braces("for (int i = 0; i < count; i++)"))
        {
            code.Line("// A few channels at a time: their places are far apart, often by a power of two, which a cache takes badly.");
            using (code.Braces($"for (int first = 0; first < channels; first += {Step})"))
            {
                code.Line($"int end = global::System.Math.Min(first + {Step}, channels);");
                using (code.Braces("for (int row = 0; row < rows; row++)"))
                using (code.Braces("for (int column = 0; column < columns; column++)"))
                {
                    code.Line("float* pixel = image + (row * imageRow) + (column * pitch);");
                    code.Line("float* place = vector + (row * columns) + column;");
                    using (code.Braces("for (int channel = first; channel < end; channel++)"))
                    {
                        code.Line(Back ? "pixel[channel] = place[channel * pixels];" : "place[channel * pixels] = pixel[channel];");
                    }
                }
            }

            code.Line("image += imageSize;");
            code.Line("vector += vectorSize;");
        }
    }
}
