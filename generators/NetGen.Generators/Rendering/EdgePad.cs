using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What both directions of padding by the image's own pixels share: which pixel a place of the padded image is.</summary>
internal abstract class EdgePadWalkText(EdgePadWalk kernel) : KernelText(kernel)
{
    private readonly EdgePadWalk _kernel = kernel;

    protected string Border => _kernel.Mirrors ? "mirrored at their edges" : "with their edges repeated";

    public override string Remarks =>
        "Sizes: rows and columns of the small image, those of the border above it and left of it, rows and columns of the large image, floats of a pixel, and floats from a row and from an image to the next.";

    /// <summary>
    /// Loops over the padded image: <c>s</c> and <c>l</c> point at a vector of the pixel and of the place that is a copy of it. <paramref name="vector"/> says what happens to them.
    /// </summary>
    protected void EmitPlaces(CodeWriter code, Isa isa, Action vector)
    {
        using (code.Braces("for (int row = 0; row < largeRows; row++)"))
        {
            code.Line($"int sourceRow = {Source("row", "top", "rows")};");
            using (code.Braces("for (int column = 0; column < largeColumns; column++)"))
            {
                code.Line($"int sourceColumn = {Source("column", "left", "columns")};");
                code.Line("float* s = small + (sourceRow * smallRow) + (sourceColumn * pitch);");
                code.Line("float* l = large + (row * largeRow) + (column * pitch);");
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    vector();
                }
            }
        }
    }

    /// <summary>Which of so many pixels stands at a place: with a mirror on both sides its distance from the first, and from there on from the last.</summary>
    private string Source(string place, string before, string count) => _kernel.Mirrors
        ? $"({count} - 1) - global::System.Math.Abs(({count} - 1) - global::System.Math.Abs({place} - {before}))"
        : $"global::System.Math.Min(global::System.Math.Max({place} - {before}, 0), {count} - 1)";
}

/// <summary>Copies images into larger ones, with a border of their own pixels.</summary>
internal sealed class EdgePadText(EdgePadKernel kernel) : EdgePadWalkText(kernel)
{
    public override string Summary => $"Copies images into larger ones, {Border}.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitPlaces(code, isa, () => code.Line(isa.Store(isa.Load("s + channel"), "l + channel") + ";"));
            code.Line("small += smallImage;");
            code.Line("large += largeImage;");
        }
    }
}

/// <summary>The gradient of padding: each pixel has the sum of those of its copies.</summary>
internal sealed class EdgePadGradientText(EdgePadGradientKernel kernel) : EdgePadWalkText(kernel)
{
    public override string Summary => $"Sums the gradients of each pixel's copies in images {Border}.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            Clear.EmitRows(code, "small", "rows", "columns * pitch");
            EmitPlaces(code, isa, () => code.Line(isa.Store($"{isa.Load("s + channel")} + {isa.Load("l + channel")}", "s + channel") + ";"));
            code.Line("small += smallImage;");
            code.Line("large += largeImage;");
        }
    }
}
