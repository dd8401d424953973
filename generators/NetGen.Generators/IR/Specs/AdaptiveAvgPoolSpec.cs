namespace NetGen.Generators.IR;

/// <summary>Means over as many windows as the output has pixels.</summary>
/// <param name="H">The output's height.</param>
/// <param name="W">The output's width.</param>
internal sealed record AdaptiveAvgPoolSpec(int H, int W) : Spec;
