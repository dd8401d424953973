namespace NetGen.Generators.Ops;

internal sealed partial class Add : Op
{
    public override string Name => "Add";

    public override Spec Read(ArgumentReader arguments) => new JoinSpec(arguments.Tags());
}
