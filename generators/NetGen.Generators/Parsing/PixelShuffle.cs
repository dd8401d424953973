using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class PixelShuffle : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new PixelShuffleSpec(arguments.Int("scale"));
}
