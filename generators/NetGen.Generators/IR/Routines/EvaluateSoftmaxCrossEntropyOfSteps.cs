namespace NetGen.Generators.IR;

/// <summary>Cross entropy of a softmax over the features of each step of a sequence.</summary>
internal sealed record EvaluateSoftmaxCrossEntropyOfSteps(int Classes, int Steps, float Smoothing) : LossRoutine
{
    public override string Method => "Losses.SoftmaxCrossEntropyOfSteps";
}
