using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Dense : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new DenseSpec(arguments.Int("units"), arguments.Bool("Bias", true));
}
