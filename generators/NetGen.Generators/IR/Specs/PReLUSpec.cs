namespace NetGen.Generators.IR;

/// <summary>A leaky ReLU that learns its slope.</summary>
internal sealed record PReLUSpec : Spec;
