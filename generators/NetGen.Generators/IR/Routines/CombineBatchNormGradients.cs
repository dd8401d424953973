namespace NetGen.Generators.IR;

/// <summary>Adds the shards' sums up to what batch norm's gradient takes off.</summary>
internal sealed record CombineBatchNormGradients(Operand Products, Operand Sums, Operand Statistics, int Channels, int Pitch, ModelSetting Frozen) : ShardRoutine
{
    public override string Method => "BatchNormStatistics.CombineGradients";
}
