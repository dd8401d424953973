using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class PadChannels : LayerReader
{
    public override Spec Read(ArgumentReader arguments)
    {
        int both = arguments.Int("n");
        return new PadChannelsSpec(arguments.Int("before", both), arguments.Int("after", both));
    }
}
