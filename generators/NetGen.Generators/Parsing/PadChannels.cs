namespace NetGen.Generators.Ops;

internal sealed partial class PadChannels : Op
{
    public override string Name => "PadChannels";

    public override Spec Read(ArgumentReader arguments)
    {
        int both = arguments.Int("n");
        return new PadChannelsSpec(arguments.Int("before", both), arguments.Int("after", both));
    }
}
