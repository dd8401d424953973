namespace NetGen.Generators.IR;

/// <summary>A convolution of each channel by itself.</summary>
/// <param name="Multiplier">Outputs of a channel.</param>
internal sealed record DepthwiseConvSpec(Window Window, int Multiplier, bool Bias) : Spec;
