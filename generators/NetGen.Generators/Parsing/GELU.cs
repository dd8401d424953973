using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class GELU : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new GELUSpec();
}
