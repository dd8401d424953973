using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class GroupNorm : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new GroupNormSpec(arguments.Int("groups"), arguments.Float("Epsilon", 1e-5f));
}
