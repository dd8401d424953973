namespace NetGen.Generators.IR;

/// <summary>The largest value of each window.</summary>
internal sealed record MaxPoolSpec(Window Window, bool CeilMode) : PoolSpec(Window, CeilMode);
