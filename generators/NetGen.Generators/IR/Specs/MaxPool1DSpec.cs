namespace NetGen.Generators.IR;

/// <summary>The largest value of each feature in each window of steps.</summary>
internal sealed record MaxPool1DSpec(Window Window, bool CeilMode) : PoolSpec(Window, CeilMode);
