namespace NetGen.Generators.Ops;

internal sealed partial class Dense : Op
{
    public override string Name => "Dense";

    public override Spec Read(ArgumentReader arguments) => new DenseSpec(arguments.Int("units"), arguments.Bool("Bias", true));
}
