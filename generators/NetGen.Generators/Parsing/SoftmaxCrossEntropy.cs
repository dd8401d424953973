using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class SoftmaxCrossEntropy : LayerReader
{
    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => new SoftmaxCrossEntropySpec(arguments.Float("LabelSmoothing"))
    {
        OfLabels = new LabelRule(arguments.OptionalInt("IgnoreIndex"), arguments.Text("ClassWeights").Trim()),
    };
}
