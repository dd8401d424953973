using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Slice : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new SliceSpec(arguments.Int("start"), arguments.Int("length"), (SliceAxis)arguments.Int("Axis"));
}
