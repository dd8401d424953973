namespace NetGen.Generators.Ops;

internal sealed partial class Concat : Op
{
    public override string Name => "Concat";

    public override Spec Read(ArgumentReader arguments) => new JoinSpec(arguments.Tags());
}
