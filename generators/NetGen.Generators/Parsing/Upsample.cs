using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Upsample : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new UpsampleSpec(arguments.Int("scale"), (UpsampleMode)arguments.Int("Mode"));
}
