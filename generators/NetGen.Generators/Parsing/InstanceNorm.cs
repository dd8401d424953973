using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class InstanceNorm : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new InstanceNormSpec(arguments.Bool("Affine"), arguments.Float("Epsilon", 1e-5f));
}
