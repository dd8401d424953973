namespace NetGen.Generators.IR;

/// <summary>Squares near zero, lines from Delta on.</summary>
internal sealed record EvaluateHuber(int Size, int Pixels, float Delta) : LossRoutine
{
    public override string Method => "Losses.Huber";
}
