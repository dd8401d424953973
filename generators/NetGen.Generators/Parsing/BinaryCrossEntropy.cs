namespace NetGen.Generators.Ops;

internal sealed partial class BinaryCrossEntropy : Op
{
    public override string Name => "BinaryCrossEntropy";

    public override string[] Activations => ["Sigmoid"];

    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}
