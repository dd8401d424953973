using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class BatchNorm : OpLowering
{
    public override OpLowering Choose(AlgorithmRequest request) => request.Explains ? RunningBatchNorm.Instance : this;

    public override bool GainLooksPast => true;

    public override bool TakesOffMean => true;

    public override bool EndsPhases => true;

    public override bool NeedsSeveralValues => true;

    public override FoldedNorm? AsFoldedNorm(ShapedNode node) => new(node, node.Spec<BatchNormSpec>().Epsilon);

    public override bool FusesActivation => true;

    public override bool MasksGradient => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        if (lowering.Recomputing)
        {
            Normalise(lowering, node);
        }
        else if (lowering.Training)
        {
            ForwardOfBatch(lowering, node);
        }
        else
        {
            ForwardOfRunning(lowering, node);
        }
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Plane dy = lowering.GradientPlane(node.Id);
        Operand statistics = Statistics(lowering, node);
        Operand products = lowering.Shard(node, BufferRole.Products, x.Pitch);
        Operand sums = lowering.Shard(node, BufferRole.Sums, x.Pitch);
        Activation? activation = lowering.ActivationOf(node);
        lowering.Call(
            new BatchNormSumsKernel(x, dy, activation),
            node.For(Purpose.GradientSums),
            lowering.Value(input),
            lowering.Gradient(node.Id),
            statistics,
            products,
            sums);
        lowering.Barrier(new CombineBatchNormGradients(
            products,
            sums,
            statistics,
            WeightGradient: lowering.ParameterGradient(node, "weight"),
            BiasGradient: lowering.ParameterGradient(node, "bias"),
            x.C,
            x.Pitch,
            ModelSetting.FreezeBatchNorm));
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new BatchNormGradientKernel(x, dy, target.Plane, activation),
                node.For(Purpose.InputGradient),
                lowering.Value(input),
                lowering.Gradient(node.Id),
                target.Operand,
                statistics);
        }
    }

    private static void ForwardOfBatch(Lowering lowering, ShapedNode node)
    {
        BatchNormSpec spec = node.Spec<BatchNormSpec>();
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Operand moments = lowering.Shard(node, BufferRole.Moments, 3 * x.Pitch);
        Operand statistics = Statistics(lowering, node);
        lowering.Call(new BatchNormMomentsKernel(x), node.For(Purpose.BatchStatistics), lowering.Value(input), moments);
        lowering.Barrier(new CombineBatchNorm(
            moments,
            statistics,
            Weight: lowering.Parameter(node, "weight"),
            Bias: lowering.Parameter(node, "bias"),
            RunningMean: lowering.Parameter(node, "running_mean"),
            RunningVariance: lowering.Parameter(node, "running_var"),
            x.C,
            x.Pitch,
            spec.Momentum,
            spec.Epsilon,
            ModelSetting.FreezeBatchNorm));
        Normalise(lowering, node);
    }

    /// <summary>With the batch's statistics, which are there.</summary>
    private static void Normalise(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        lowering.Call(
            new BatchNormKernel(lowering.Plane(input), lowering.Plane(node.Id), lowering.ActivationOf(node)),
            node.For(Purpose.Value) with { Activation = lowering.ActivationOf(node) },
            lowering.Value(input),
            lowering.Value(node.Id),
            Statistics(lowering, node));
    }

    private static void ForwardOfRunning(Lowering lowering, ShapedNode node)
    {
        int input = node.Node.Inputs[0];
        Plane x = lowering.Plane(input);
        Operand affine = lowering.Weights(node, BufferRole.Affine, 2 * x.Pitch);
        lowering.Pack(new PackScaleShift(
            Weight: lowering.Parameter(node, "weight"),
            Bias: lowering.Parameter(node, "bias"),
            Mean: lowering.Parameter(node, "running_mean"),
            Variance: lowering.Parameter(node, "running_var"),
            Packed: affine,
            x.C,
            x.Pitch,
            node.Spec<BatchNormSpec>().Epsilon));
        lowering.Call(
            new ScaleShiftKernel(x, lowering.Plane(node.Id), lowering.ActivationOf(node)),
            node.For(Purpose.Value) with { Activation = lowering.ActivationOf(node) },
            lowering.Value(input),
            lowering.Value(node.Id),
            affine);
    }

    private static Operand Statistics(Lowering lowering, ShapedNode node) =>
        lowering.Statistics(node, BufferRole.Statistics, BatchNormRows.Count * lowering.Plane(node.Id).Pitch);
}
