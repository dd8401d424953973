namespace NetGen.Generators.IR;

/// <summary>The mean of each window.</summary>
/// <param name="CountIncludePad">Whether places of the padding count.</param>
internal sealed record AvgPoolSpec(Window Window, bool CeilMode, bool CountIncludePad) : PoolSpec(Window, CeilMode);
