namespace NetGen.Generators.IR;

/// <summary>A window that slides over the steps of a sequence, which lies in memory as an image of one row whose columns are the steps.</summary>
internal static class StepWindow
{
    /// <summary>The window over that image.</summary>
    public static Window Of(int kernel, int stride, int padBefore, int padAfter, int dilation = 1) => new(1, kernel, 1, stride, 0, padBefore, 1, dilation) { PadRight = padAfter };

    /// <summary>The image.</summary>
    public static Shape Row(Shape sequence) => Shape.Image(sequence.Features, 1, sequence.Steps);
}
