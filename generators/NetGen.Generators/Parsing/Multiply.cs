namespace NetGen.Generators.Ops;

internal sealed partial class Multiply : Op
{
    public override string Name => "Multiply";

    public override Spec Read(ArgumentReader arguments) => new JoinSpec(arguments.Tags());
}
