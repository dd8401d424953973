using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A kernel that walks pixels of several planes with the same height, width and pitch. It has two forms at most: where no plane has a border a chunk is
/// one run of pixels, otherwise it goes row by row.
/// </summary>
internal abstract class PixelText(PixelKernel kernel) : KernelText(kernel)
{
    private readonly PixelKernel _kernel = kernel;

    private bool Bordered => _kernel.Bordered;

    public override string Remarks => Bordered
        ? "Layout: rows of columns pixels of pitch floats; the other sizes are floats from a row and from an image to the next."
        : "Layout: images of pixels without a border, pitch floats each.";

    /// <summary>The number of an image's pixels.</summary>
    protected string PixelCount => Bordered ? "(rows * columns)" : "pixels";

    /// <summary>Floats from an image to the next.</summary>
    protected string ImageOf(string plane) => Bordered ? $"{plane}Image" : "pixels * pitch";

    /// <summary>Writes a walk over the pixels of <paramref name="images"/> images, or of one where that is null, each a block of registers of <paramref name="unroll"/> pixels.</summary>
    protected void Pixels(CodeWriter code, string? images, EquatableArray<Cursor> cursors, int unroll, Action<int> body) =>
        SizedWalk.Pixels(code, images, Bordered, cursors, unroll, body);
}
