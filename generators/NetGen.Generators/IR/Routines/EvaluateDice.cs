namespace NetGen.Generators.IR;

/// <summary>The overlap of regions.</summary>
internal sealed record EvaluateDice(int Channels, int Pixels, bool Sigmoid, float Smooth, int Ignored) : LossRoutine
{
    public override string Method => "DiceLoss.Evaluate";
}
