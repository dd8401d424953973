namespace NetGen.Generators.IR;

/// <summary>A convolution.</summary>
/// <param name="Connections">The connection table as written, or null where every filter reads all channels of its group.</param>
internal sealed record ConvSpec(int Filters, Window Window, int Groups, bool Bias, string? Connections = null) : Spec;
