namespace NetGen.Generators.Ops;

internal sealed partial class Huber : Op
{
    public override string Name => "Huber";

    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => new HuberSpec(arguments.Float("Delta", 1f));
}
