namespace NetGen.Generators.IR;

/// <summary>The model's input.</summary>
internal sealed record InputSpec(Shape Shape) : Spec;
