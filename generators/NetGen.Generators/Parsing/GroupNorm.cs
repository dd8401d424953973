namespace NetGen.Generators.Ops;

internal sealed partial class GroupNorm : Op
{
    public override string Name => "GroupNorm";

    public override Spec Read(ArgumentReader arguments) => new GroupNormSpec(arguments.Int("groups"), arguments.Float("Epsilon", 1e-5f));
}
