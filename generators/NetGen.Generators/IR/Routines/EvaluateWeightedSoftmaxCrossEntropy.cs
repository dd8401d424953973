using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Cross entropy of a softmax over the channels, of labels of which one may count for nothing and classes may count differently.</summary>
internal sealed record EvaluateWeightedSoftmaxCrossEntropy(int Classes, int Pixels, float Smoothing, int Ignored, EquatableArray<float> ClassWeights) : LossRoutine
{
    public override string Method => "WeightedLosses.SoftmaxCrossEntropy";
}
