namespace NetGen.Generators.IR;

/// <summary>The logarithm of softmax.</summary>
internal sealed record LogSoftmaxSpec : Spec;
