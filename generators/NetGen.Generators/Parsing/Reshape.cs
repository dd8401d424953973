namespace NetGen.Generators.Ops;

internal sealed partial class Reshape : Op
{
    public override string Name => "Reshape";

    public override bool KeepsValues => true;

    public override Spec Read(ArgumentReader arguments) => new ReshapeSpec(arguments.Int("c"), arguments.Int("h"), arguments.Int("w"));
}
