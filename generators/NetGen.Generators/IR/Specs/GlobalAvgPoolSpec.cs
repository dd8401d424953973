namespace NetGen.Generators.IR;

/// <summary>The mean of each channel.</summary>
internal sealed record GlobalAvgPoolSpec : Spec;
