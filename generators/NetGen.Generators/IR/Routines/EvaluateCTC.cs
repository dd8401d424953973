namespace NetGen.Generators.IR;

/// <summary>Connectionist temporal classification.</summary>
internal sealed record EvaluateCTC(int Steps, int Classes, bool ZeroInfinity) : LossRoutine
{
    public override string Method => "CtcLoss.Evaluate";
}

/// <summary>The same where each sample has steps of its own number, which stand where a sample's inputs are.</summary>
internal sealed record EvaluateCTCOfOwnSteps(int Steps, int Classes, bool ZeroInfinity, ModelSetting Sample) : LossRoutine
{
    public override string Method => "CtcLoss.EvaluateOwnSteps";
}
