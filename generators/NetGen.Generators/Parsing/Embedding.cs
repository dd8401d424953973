using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Embedding : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new EmbeddingSpec(arguments.Int("words"), arguments.Int("size"), arguments.OptionalInt("PaddingIndex"));
}
