using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Embedding : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Vector;

    public override bool WorksOnEachStep => true;

    public override Shape? Infer(ShapeContext context)
    {
        EmbeddingSpec spec = context.Spec<EmbeddingSpec>();
        bool fits = context.AtLeast(1, "words", spec.Words) & context.AtLeast(1, "size", spec.Size);
        if (fits && spec.PaddingIndex is { } padding && (padding < 0 || padding >= spec.Words))
        {
            context.FailRange("PaddingIndex", FormattableString.Invariant($"from 0 to {spec.Words - 1}"), padding);
        }

        return fits ? context.SequenceOf(context.Input.Features, spec.Size) : null;
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Sequence;

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        EmbeddingSpec spec = (EmbeddingSpec)node.Spec;
        return new[] { new ParameterDeclaration("weight", new[] { spec.Words, spec.Size }, Trainable: true, Start.Normal) { ZeroRow = spec.PaddingIndex } };
    }
}
