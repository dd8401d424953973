namespace NetGen.Generators.Ops;

internal sealed partial class RadialBasis : Op
{
    public override string Name => "RadialBasis";

    public override Spec Read(ArgumentReader arguments) => new RadialBasisSpec(arguments.Int("units"), arguments.Bool("Trainable", true));
}
