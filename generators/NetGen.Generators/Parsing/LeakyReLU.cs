namespace NetGen.Generators.Ops;

internal sealed partial class LeakyReLU : Op
{
    public override string Name => "LeakyReLU";

    public override Spec Read(ArgumentReader arguments) => new LeakyReLUSpec(arguments.Float("slope", 0.01f));
}
