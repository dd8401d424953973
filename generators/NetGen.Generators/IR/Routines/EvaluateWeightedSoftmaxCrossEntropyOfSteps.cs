using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Cross entropy of a softmax over the features of each step of a sequence, of labels of which one may count for nothing and classes may count differently.</summary>
internal sealed record EvaluateWeightedSoftmaxCrossEntropyOfSteps(int Classes, int Steps, float Smoothing, int Ignored, EquatableArray<float> ClassWeights) : LossRoutine
{
    public override string Method => "WeightedLosses.SoftmaxCrossEntropyOfSteps";
}
