namespace NetGen.Generators.IR;

/// <summary>A transposed convolution.</summary>
/// <param name="OutputPad">Rows below and columns at the right that no rounded size would have.</param>
internal sealed record ConvTransposeSpec(int Filters, Window Window, int OutputPad, int Groups, bool Bias) : Spec;
