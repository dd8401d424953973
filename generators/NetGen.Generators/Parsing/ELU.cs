namespace NetGen.Generators.Ops;

internal sealed partial class ELU : Op
{
    public override string Name => "ELU";

    public override Spec Read(ArgumentReader arguments) => new ELUSpec(arguments.Float("alpha", 1f));
}
