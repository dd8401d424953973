namespace NetGen.Generators.IR;

/// <summary>Squares near zero, lines of slope 1 from Beta on.</summary>
internal sealed record EvaluateSmoothL1(int Size, int Pixels, float Beta) : LossRoutine
{
    public override string Method => "Losses.SmoothL1";
}
