using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Lays channels out as pixels of larger images, or back. What follows each other on one side lies scale² floats apart on the other, so that floats are moved one by one: there are
/// few channels where this is used, and it takes a small part of the convolution before it.
/// </summary>
internal sealed class PixelShuffleText(PixelShuffleKernel kernel) : KernelText(kernel)
{
    private readonly PixelShuffleKernel _kernel = kernel;

    public override string Summary => _kernel.Back
        ? "Puts each square of scale × scale pixels back into the channels of one."
        : "Lays scale² channels of each pixel out as a square of pixels.";

    public override string Remarks =>
        "Sizes: channels of the large image, rows and columns of the small one, the side of a square, floats of a pixel, and floats from a row and from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("int square = scale * scale;");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces("for (int row = 0; row < rows; row++)"))
            using (code.Braces("for (int y = 0; y < scale; y++)"))
            {
                code.Line("float* at = large + (((long)row * scale + y) * largeRow);");
                using (code.Braces("for (int column = 0; column < columns; column++)"))
                {
                    code.Line("float* pixel = small + (row * smallRow) + (column * smallPitch) + (y * scale);");
                    using (code.Braces("for (int x = 0; x < scale; x++)"))
                    {
                        using (code.Braces("for (int channel = 0; channel < channels; channel++)"))
                        {
                            code.Line(_kernel.Back ? "pixel[(channel * square) + x] = at[channel];" : "at[channel] = pixel[(channel * square) + x];");
                        }

                        code.Line("at += largePitch;");
                    }
                }
            }

            code.Line("small += smallImage;");
            code.Line("large += largeImage;");
        }
    }
}
