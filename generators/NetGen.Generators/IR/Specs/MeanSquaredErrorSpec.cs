namespace NetGen.Generators.IR;

/// <summary>The mean of squared differences.</summary>
internal sealed record MeanSquaredErrorSpec : LossSpec;
