using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Conv1D : LayerReader
{
    public override Spec Read(ArgumentReader arguments)
    {
        int pad = arguments.Int("Pad");
        return new Conv1DSpec(
            arguments.Int("filters"),
            arguments.Int("kernel"),
            arguments.Int("Stride", 1),
            arguments.Int("PadBefore", pad),
            arguments.Int("PadAfter", pad),
            arguments.Int("Dilation", 1),
            arguments.Int("Groups", 1),
            arguments.Bool("Bias", true));
    }
}
