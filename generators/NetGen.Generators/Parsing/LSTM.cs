using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class LSTM : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new LSTMSpec(arguments.Int("units"), arguments.Bool("ReturnSequences"), arguments.RecurrentTags());
}
