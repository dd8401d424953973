using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class SimpleRNN : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new SimpleRNNSpec(arguments.Int("units"), arguments.Bool("ReturnSequences"), arguments.RecurrentTags());
}
