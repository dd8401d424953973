namespace NetGen.Generators.IR;

/// <summary>The mean of each feature in each window of steps.</summary>
/// <param name="CountIncludePad">Whether places of the padding count.</param>
internal sealed record AvgPool1DSpec(Window Window, bool CeilMode, bool CountIncludePad) : PoolSpec(Window, CeilMode);
