namespace NetGen.Generators.Ops;

internal sealed partial class Dropout : Op
{
    public override string Name => "Dropout";

    public override bool KeepsValues => true;

    public override Spec Read(ArgumentReader arguments) => new DropoutSpec(arguments.Float("rate"));
}
