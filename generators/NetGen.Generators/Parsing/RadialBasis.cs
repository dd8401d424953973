using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class RadialBasis : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new RadialBasisSpec(arguments.Int("units"), arguments.Bool("Trainable", true));
}
