namespace NetGen.Generators.Ops;

internal sealed partial class SoftmaxCrossEntropy : Op
{
    public override string Name => "SoftmaxCrossEntropy";

    public override string[] Activations => ["Softmax", "LogSoftmax"];

    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => new SoftmaxCrossEntropySpec(arguments.Float("LabelSmoothing"));
}
