namespace NetGen.Generators.IR;

/// <summary>Cross entropy of a softmax over the channels.</summary>
internal sealed record EvaluateSoftmaxCrossEntropy(int Classes, int Pixels, float Smoothing) : LossRoutine
{
    public override string Method => "Losses.SoftmaxCrossEntropy";
}
