namespace NetGen.Generators.IR;

/// <summary>The model's input.</summary>
/// <param name="Stepwise">Whether predictions may be given its steps one by one.</param>
internal sealed record InputSpec(Shape Shape, bool Stepwise = false) : Spec;
