namespace NetGen.Generators.IR;

/// <summary>Connectionist temporal classification.</summary>
internal sealed record EvaluateCTC(int Steps, int Classes, bool ZeroInfinity) : LossRoutine
{
    public override string Method => "CtcLoss.Evaluate";
}
