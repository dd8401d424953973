namespace NetGen.Generators.Ops;

internal sealed partial class MeanSquaredError : Op
{
    public override string Name => "MeanSquaredError";

    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => NoSpec.Instance;
}
