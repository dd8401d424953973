using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// What kernels over regions share: the walk over images, boxes and cells, and the two orders of a region. Outside, channels come before cells, as <c>[Flatten]</c> has them; inside, the channels of a
/// cell follow each other, as those of a pixel do, so that all of them are done at once. Between the two, values are moved one by one, which is little beside the layers that read them.
/// </summary>
internal abstract class RoIText(RoIKernel kernel) : KernelText(kernel)
{
    private readonly RoIKernel _kernel = kernel;

    public override string Remarks =>
        "Sizes: boxes of an image, rows, columns and channels of the image, floats of its pixels, of a box and of a region, and floats from a row and from an image to the next.";

    protected RoISpec Spec => _kernel.Spec;

    protected int Cells => _kernel.Cells;

    /// <summary>Loops over images and boxes: <c>corners</c> points at a box and <c>region</c> at its values outside.</summary>
    protected static void EmitBoxes(CodeWriter code, string regions, string[] ports, Action? beforeBoxes, Action body)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            beforeBoxes?.Invoke();
            using (code.Braces("for (int box = 0; box < boxCount; box++)"))
            {
                code.Line("float* corners = boxes + (box * boxPitch);");
                code.Line($"float* region = {regions} + ((long)box * regionPitch);");
                body();
            }

            foreach (string port in ports)
            {
                code.Line($"{port} += {port}Image;");
            }
        }
    }

    /// <summary>Loops over a region's cells: <c>cell</c> points at one's values in the work space.</summary>
    protected void EmitCells(CodeWriter code, Action body)
    {
        using (code.Braces($"for (int row = 0; row < {Spec.H}; row++)"))
        using (code.Braces($"for (int column = 0; column < {Spec.W}; column++)"))
        {
            code.Line($"float* cell = work + (((row * {Spec.W}) + column) * pitch);");
            body();
        }
    }

    /// <summary>Moves a region from the work space to where it belongs, or back.</summary>
    protected void EmitTurn(CodeWriter code, bool back)
    {
        using (code.Braces("for (int channel = 0; channel < channels; channel++)"))
        using (code.Braces($"for (int place = 0; place < {Cells}; place++)"))
        {
            code.Line(back
                ? $"work[(place * pitch) + channel] = region[(channel * {Cells}) + place];"
                : $"region[(channel * {Cells}) + place] = work[(place * pitch) + channel];");
        }
    }

    /// <summary>Zeros between a cell's channels and the next cell.</summary>
    protected void EmitClearRest(CodeWriter code) =>
        code.Line($"new global::System.Span<float>(work, {Cells} * pitch).Clear();");

    protected string Scale => Literals.Of(Spec.SpatialScale);
}
