namespace NetGen.Generators.IR;

/// <summary>The mean of squared differences.</summary>
internal sealed record EvaluateMeanSquaredError(int Size, int Pixels) : LossRoutine
{
    public override string Method => "Losses.MeanSquaredError";
}
