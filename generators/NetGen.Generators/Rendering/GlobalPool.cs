using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>A kernel over all pixels of each image, or over the steps that each sequence has.</summary>
internal abstract class GlobalPoolText(GlobalPoolKernel kernel) : PixelText(kernel)
{
    private readonly GlobalPoolKernel _kernel = kernel;

    /// <summary>Whether sequences have steps of their own number.</summary>
    protected bool HasLengths => _kernel.Lengths is not null;

    public override string Remarks => HasLengths ? "Layout: sequences of steps of pitch floats each; the other sizes are floats from a sequence to the next." : base.Remarks;

    /// <summary>What is pooled.</summary>
    protected string Images => HasLengths ? "a sequence's own steps" : "an image's pixels";

    /// <summary>Says how many pixels count, where images differ.</summary>
    protected void EmitLength(CodeWriter code)
    {
        if (HasLengths)
        {
            code.Line("int pixels = (int)*lengths;");
        }
    }

    /// <summary>Zeroes the gradient behind a sequence's end.</summary>
    protected void EmitPadding(CodeWriter code, string plane)
    {
        if (HasLengths)
        {
            code.Line($"new global::System.Span<float>({plane} + (pixels * pitch), (steps - pixels) * pitch).Clear();");
        }
    }

    /// <summary>Moves to the next image.</summary>
    protected void EmitNext(CodeWriter code, params string[] planes)
    {
        foreach (string plane in planes)
        {
            code.Line($"{plane} += {(plane is "y" or "dy" ? plane + "Image" : HasLengths ? "steps * pitch" : ImageOf(plane))};");
        }

        if (HasLengths)
        {
            code.Line("lengths += lengthsImage;");
        }
    }
}
