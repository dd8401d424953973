using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>A step whose input is a word: what each word adds to the gates is multiplied beforehand, so that a step reads a row of it instead of the input's weights.</content>
internal abstract partial class RecurrentLowering
{
    /// <summary>The embedding whose words are looked up; null where the input is multiplied.</summary>
    private ShapedNode? Words => Lowering.WordsOf(Node);

    /// <summary>Whether the step at the start is another, which is multiplied.</summary>
    private bool BeginsWithStep => Lowering.ReadsStart(Node);

    private void LookUp(ShapedNode embedding)
    {
        EmbeddingSpec spec = embedding.Spec<EmbeddingSpec>();
        int word = embedding.Node.Inputs[0];
        Operand products = Lowering.Weights(Node, BufferRole.Weight, (long)spec.Words * GatesOfAll.C, "ByWord");
        Lowering.Pack(new PackWords(
            Lowering.Parameter(embedding, "weight"),
            Lowering.Parameter(Node, "weight_ih_l0"),
            Lowering.Parameter(Node, "bias_ih_l0"),
            products,
            spec.Words,
            spec.Size,
            _spec.Gates,
            _spec.Units));
        Lowering.Call(
            BeginsWithStep ? Lowering.BehindStart : Condition.Always,
            new EmbeddingKernel(Lowering.Plane(word), GatesOfAll),
            Node.For(Purpose.Words),
            Lowering.Value(word),
            products,
            Gates);
    }
}
