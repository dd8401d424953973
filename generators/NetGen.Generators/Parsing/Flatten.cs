namespace NetGen.Generators.Ops;

internal sealed partial class Flatten : Op
{
    public override string Name => "Flatten";

    public override bool KeepsValues => true;

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}
