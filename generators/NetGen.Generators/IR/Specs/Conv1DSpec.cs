namespace NetGen.Generators.IR;

/// <summary>A convolution over the steps of a sequence.</summary>
/// <param name="Window">The window, over an image of one row.</param>
internal sealed record Conv1DSpec(int Filters, Window Window, int Groups, bool Bias) : Spec;
