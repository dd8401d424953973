using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Rows of a table. Training reads them where they are. The gradient by the table is no sum over shards, each with a copy of it, most of which no word of a batch meets: words and gradients of the
/// batch are kept, and when all images are through, rows are shared out over the threads, and each takes its words in their order. So the bits do not depend on the threads.
/// </summary>
internal sealed class Embedding : OpLowering
{
    public override bool TakesAnyPitch => true;

    public override int Turns(ShapedNode node) => 0;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        if (lowering.IsJoined(node.Id))
        {
            return;
        }

        int input = node.Node.Inputs[0];
        lowering.Call(
            new EmbeddingKernel(lowering.Plane(input), lowering.Plane(node.Id)),
            node.For(Purpose.Value),
            lowering.Value(input),
            Table(lowering, node),
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        EmbeddingSpec spec = node.Spec<EmbeddingSpec>();
        int input = node.Node.Inputs[0];

        // Those that share the table keep their words one after the other.
        IReadOnlyList<ShapedNode> sharers = lowering.Sharers(node);
        ShapedNode first = sharers[0];
        int all = sharers.Sum(n => n.Output.Steps);
        int before = sharers.TakeWhile(n => n.Id != node.Id).Sum(n => n.Output.Steps);
        Operand words = lowering.Batch(first, BufferRole.Words, all);
        Operand gradients = lowering.Batch(first, BufferRole.WordGradients, (long)all * spec.Size);
        lowering.Call(
            new EmbeddingKeepKernel(lowering.Plane(input), lowering.GradientPlane(node.Id), all, before),
            node.For(Purpose.KeptForWeightGradient),
            lowering.Value(input),
            lowering.Gradient(node.Id),
            words,
            gradients,
            Operand.FirstImage);
        if (node.Id == first.Id)
        {
            lowering.CallOverBatch(
                new EmbeddingGradientKernel(spec.Words, spec.Size, all, spec.PaddingIndex),
                EmbeddingGradientKernel.Items,
                node.For(Purpose.WeightGradient),
                words,
                gradients,
                lowering.ParameterGradient(node, "weight"));
        }
    }

    private static Operand Table(Lowering lowering, ShapedNode node)
    {
        Operand values = lowering.Parameter(node, "weight");
        if (lowering.Training)
        {
            return values;
        }

        EmbeddingSpec spec = node.Spec<EmbeddingSpec>();
        ShapedNode first = lowering.Sharers(node).First(n => !lowering.IsJoined(n.Id));
        Operand packed = lowering.Weights(first, BufferRole.Weight, (long)spec.Words * spec.Size);
        if (node.Id == first.Id)
        {
            lowering.Pack(new PackTable(Values: values, Packed: packed, Sizes.Clamped(spec.Words, spec.Size)));
        }

        return packed;
    }
}
