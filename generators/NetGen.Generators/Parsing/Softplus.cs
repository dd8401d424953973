namespace NetGen.Generators.Ops;

internal sealed partial class Softplus : Op
{
    public override string Name => "Softplus";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}
