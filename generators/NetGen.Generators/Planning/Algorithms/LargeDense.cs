using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// A dense layer in training whose weights are too many to copy. The kernels read them where they are, in PyTorch's order, so nothing
/// is packed; and the gradient by them is no sum over shards, each with a copy of its own, but one product dyᵀ · x over the whole batch,
/// computed in blocks when all images are through.
/// </summary>
internal sealed class LargeDense : Algorithm
{
    /// <summary>
    /// From how many weights on: a mebibyte of them. Eight shards' sums of fewer fit the caches, and adding those up is then cheaper than
    /// another stage for all threads.
    /// </summary>
    private const long Threshold = 256 * 1024;

    public override bool TakesAnyPitch => true;

    public override bool FusesActivation => true;

    /// <summary>
    /// The gradient's blocks need at least a vector's inputs, and write a gradient that is nobody else's. They sum over images, not over the steps of sequences.
    /// </summary>
    public override bool Fits(AlgorithmRequest request) =>
        request.Training && !request.SharesParameters && request.Node.Inputs[0].Kind == ShapeKinds.Vector
        && (long)request.Node.Inputs[0].Features * request.Node.Output.Features >= Threshold && request.Node.Inputs[0].Features >= Plane.Lanes;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        bool bias = node.Spec<DenseSpec>().Bias;
        int source = node.Node.Inputs[0];
        Operand[] operands = [lowering.Value(source), lowering.Parameter(node, "weight")];
        lowering.Call(
            new LargeDenseKernel(lowering.Plane(source), lowering.Plane(node.Id), bias, lowering.ActivationOf(node)),
            node.For(Purpose.Value) with { Activation = lowering.ActivationOf(node) },
            bias ? [.. operands, lowering.Parameter(node, "bias"), lowering.Value(node.Id)] : [.. operands, lowering.Value(node.Id)]);
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane dy = lowering.GradientPlane(node.Id);
        int features = node.Inputs[0].Features;
        int units = node.Output.Features;
        if (node.Spec<DenseSpec>().Bias)
        {
            Operand db = lowering.Shard(node, BufferRole.BiasGradient, Plane.PitchOf(units));
            lowering.CallForBias(node, new BiasGradientKernel(dy), node.For(Purpose.BiasGradient), lowering.Gradient(node.Id), db);
            lowering.Reduce(new ReduceVector(Sums: db, Gradient: lowering.ParameterGradient(node, "bias"), units));
        }

        Panels inputs = Panels.OfInputs(features);
        Panels outputs = Panels.OfOutputs(units);
        Operand inputPanels = lowering.Batch(node, BufferRole.InputPanels, inputs.Size);
        Operand outputPanels = lowering.Batch(node, BufferRole.GradientPanels, outputs.Size);
        Keep(lowering, node.For(Purpose.KeptForWeightGradient), x, inputs, lowering.Value(source), inputPanels);
        Keep(lowering, CallNote.Continued, dy, outputs, lowering.Gradient(node.Id), outputPanels);
        LargeDenseWeightGradientKernel gradient = new(features, units);
        lowering.CallOverBatch(
            gradient,
            gradient.Items,
            node.For(Purpose.WeightGradient),
            inputPanels,
            outputPanels,
            lowering.ParameterGradient(node, "weight"));
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new LargeDenseInputGradientKernel(dy, target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                lowering.Parameter(node, "weight"),
                target.Operand);
        }
    }

    private static void Keep(Lowering lowering, CallNote note, Plane plane, Panels panels, Operand from, Operand to) =>
        lowering.Call(new KeepKernel(plane, panels), note, from, to, Operand.FirstImage, Operand.BatchCount);
}
