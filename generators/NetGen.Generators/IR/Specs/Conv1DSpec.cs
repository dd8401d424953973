namespace NetGen.Generators.IR;

/// <summary>A convolution over the steps of a sequence.</summary>
internal sealed record Conv1DSpec(int Filters, int Kernel, int Stride, int PadBefore, int PadAfter, int Dilation, int Groups, bool Bias) : Spec
{
    /// <summary>The same over an image of one row, whose columns are the steps.</summary>
    public Window Window => new(1, Kernel, 1, Stride, 0, PadBefore, 1, Dilation) { PadRight = PadAfter };

    /// <summary>A sequence as such an image.</summary>
    public static Shape Row(Shape sequence) => Shape.Image(sequence.Features, 1, sequence.Steps);
}
