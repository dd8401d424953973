namespace NetGen.Generators.Ops;

internal sealed partial class Softmax : Op
{
    public override string Name => "Softmax";

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}
