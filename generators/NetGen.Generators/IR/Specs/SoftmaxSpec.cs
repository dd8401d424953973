namespace NetGen.Generators.IR;

/// <summary>exp(x) over the sum of all channels'.</summary>
internal sealed record SoftmaxSpec : Spec;
