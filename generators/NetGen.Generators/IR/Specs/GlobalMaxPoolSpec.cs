namespace NetGen.Generators.IR;

/// <summary>The largest value of each channel.</summary>
internal sealed record GlobalMaxPoolSpec : Spec;
