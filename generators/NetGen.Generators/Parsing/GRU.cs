using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class GRU : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new GRUSpec(arguments.Int("units"), arguments.Bool("ReturnSequences"), arguments.RecurrentTags());
}
