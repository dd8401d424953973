using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class SmoothL1 : LayerReader
{
    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => new SmoothL1Spec(arguments.Float("Beta", 1f));
}
