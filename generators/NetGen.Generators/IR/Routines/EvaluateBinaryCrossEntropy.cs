namespace NetGen.Generators.IR;

/// <summary>Cross entropy of a sigmoid of each value.</summary>
internal sealed record EvaluateBinaryCrossEntropy(int Size, int Pixels) : LossRoutine
{
    public override string Method => "Losses.BinaryCrossEntropy";
}
