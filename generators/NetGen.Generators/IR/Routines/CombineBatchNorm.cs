namespace NetGen.Generators.IR;

/// <summary>Joins the shards' moments to the statistics of the batch, with γ and β beside them, and the running ones follow.</summary>
internal sealed record CombineBatchNorm(Operand Moments, Operand Statistics, Operand Weight, Operand Bias, Operand RunningMean, Operand RunningVariance, int Channels, int Pitch, float Momentum, float Epsilon, ModelSetting Frozen) : ShardRoutine
{
    public override string Method => "BatchNormStatistics.Combine";
}
