namespace NetGen.Generators.IR;

/// <summary>Adds the shards' sums up to the gradients by γ and β, and to what batch norm's gradient by its input takes off.</summary>
internal sealed record CombineBatchNormGradients(Operand Products, Operand Sums, Operand Statistics, Operand WeightGradient, Operand BiasGradient, int Channels, int Pitch, ModelSetting Frozen) : ShardRoutine
{
    public override string Method => "BatchNormStatistics.CombineGradients";

    public override Operand Target => WeightGradient;
}
