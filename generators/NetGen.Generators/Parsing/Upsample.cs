namespace NetGen.Generators.Ops;

internal sealed partial class Upsample : Op
{
    public override string Name => "Upsample";

    public override Spec Read(ArgumentReader arguments) => new UpsampleSpec(arguments.Int("scale"), (UpsampleMode)arguments.Int("Mode"));
}
