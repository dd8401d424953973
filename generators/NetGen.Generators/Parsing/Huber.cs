using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Huber : LayerReader
{
    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => new HuberSpec(arguments.Float("Delta", 1f));
}
