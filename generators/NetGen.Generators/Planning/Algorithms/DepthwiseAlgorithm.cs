using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>What the algorithms of depthwise convolutions share: packing, borders, and repeated channels where one has several outputs.</summary>
internal abstract class DepthwiseAlgorithm : Algorithm
{
    public override bool FusesActivation => true;

    public override bool FoldsNorm => true;

    public override Halo InputHalo(ShapedNode node, int input)
    {
        DepthwiseConvSpec spec = node.Spec<DepthwiseConvSpec>();
        (int top, int left) = spec.Window.Border;
        return spec.Multiplier == 1 ? new Halo(top, left) : Halo.None;
    }

    /// <summary>The outputs that an input at the edge would have been read by, were there any.</summary>
    public override Halo GradientHalo(ShapedNode node)
    {
        Window window = node.Spec<DepthwiseConvSpec>().Window;
        return new Halo(
            Border(node.Inputs[0].H, node.Output.H, window.ExtentY, window.StrideY, window.PadY),
            Border(node.Inputs[0].W, node.Output.W, window.ExtentX, window.StrideX, window.PadX));
    }

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        DepthwiseConvSpec spec = node.Spec<DepthwiseConvSpec>();
        Plane y = lowering.Plane(node.Id);
        Operand weights = Weights(lowering, node);
        FoldedNorm? norm = lowering.FoldedNorm(node);
        lowering.Pack(new PackDepthwise(
            Weight: lowering.Parameter(node, "weight"),
            Bias: spec.Bias ? lowering.Parameter(node, "bias") : Operand.None,
            Gamma: norm is null ? Operand.None : lowering.Parameter(norm.Node, "weight"),
            Beta: norm is null ? Operand.None : lowering.Parameter(norm.Node, "bias"),
            Mean: norm is null ? Operand.None : lowering.Parameter(norm.Node, "running_mean"),
            Variance: norm is null ? Operand.None : lowering.Parameter(norm.Node, "running_var"),
            Packed: weights,
            y.C,
            y.Pitch,
            Taps(node),
            norm?.Epsilon ?? 0));
        if (lowering.IsJoined(node.Id))
        {
            return;
        }

        (Plane x, Operand input) = Input(lowering, node, BufferRole.Repeated);
        lowering.Call(
            ForwardKernel(x, y, spec.Window.Leading, lowering.ActivationOf(node)),
            Note(lowering, node),
            input,
            weights,
            lowering.Value(node.Id));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        DepthwiseConvSpec spec = node.Spec<DepthwiseConvSpec>();
        Plane dy = lowering.GradientPlane(node.Id);
        Operand weightSums = lowering.Shard(node, BufferRole.WeightGradient, Taps(node) * dy.Pitch);
        lowering.Reduce(new ReduceDepthwise(Sums: weightSums, Gradient: lowering.ParameterGradient(node, "weight"), dy.C, dy.Pitch, Taps(node)));
        if (spec.Bias)
        {
            Operand biasSums = lowering.Shard(node, BufferRole.BiasGradient, dy.Pitch);
            lowering.CallForBias(node, new BiasGradientKernel(dy), node.For(Purpose.BiasGradient), lowering.Gradient(node.Id), biasSums);
            lowering.Reduce(new ReduceVector(Sums: biasSums, Gradient: lowering.ParameterGradient(node, "bias"), dy.C));
        }

        (Plane x, Operand input) = Input(lowering, node, BufferRole.RepeatedAgain);
        lowering.Call(
            WeightGradientKernel(x, dy, spec.Window.Leading),
            node.For(Purpose.WeightGradient),
            input,
            lowering.Gradient(node.Id),
            weightSums);
        if (lowering.Target(node, 0) is not { } target)
        {
            return;
        }

        if (spec.Multiplier == 1)
        {
            lowering.Call(
                target,
                InputGradientKernel(dy, target.Plane, spec.Window.Leading),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                Weights(lowering, node),
                target.Operand);
            return;
        }

        // Several outputs a channel: the gradient by the repeated input, then the sum over the repetitions.
        Plane repeated = Repeated(node, padded: false);
        Operand gradient = lowering.Scratch(node, BufferRole.RepeatedGradient, repeated);
        lowering.Call(
            target,
            InputGradientKernel(dy, repeated, spec.Window.Leading),
            node.For(Purpose.InputGradient),
            lowering.Gradient(node.Id),
            Weights(lowering, node),
            gradient);
        lowering.Call(target, new SumChannelsKernel(repeated, target.Plane, spec.Multiplier), CallNote.Continued, gradient, target.Operand);
    }

    protected abstract Kernel ForwardKernel(Plane x, Plane y, Window window, Activation? activation);

    protected abstract Kernel WeightGradientKernel(Plane x, Plane dy, Window window);

    protected abstract Kernel InputGradientKernel(Plane dy, Plane dx, Window window);

    private static int Taps(ShapedNode node) => node.Spec<DepthwiseConvSpec>().Window.KernelY * node.Spec<DepthwiseConvSpec>().Window.KernelX;

    /// <summary>What the call that computes the output is for.</summary>
    public static CallNote Note(Lowering lowering, ShapedNode node) =>
        node.For(Purpose.Value) with { Folded = lowering.FoldedNorm(node)?.Node.Id ?? -1, Activation = lowering.ActivationOf(node) };

    /// <summary>The packed weights.</summary>
    public static Operand Weights(Lowering lowering, ShapedNode node) =>
        lowering.Weights(node, BufferRole.Weight, (Taps(node) + 1) * lowering.Plane(node.Id).Pitch);

    /// <summary>What the kernels read: the input, or where a channel has several outputs, the input with each channel repeated.</summary>
    private static (Plane Plane, Operand Operand) Input(Lowering lowering, ShapedNode node, BufferRole role)
    {
        int input = node.Node.Inputs[0];
        int multiplier = node.Spec<DepthwiseConvSpec>().Multiplier;
        if (multiplier == 1)
        {
            return (lowering.Plane(input), lowering.Value(input));
        }

        Plane plane = Repeated(node, padded: true);
        Operand repeated = lowering.Scratch(node, role, plane);
        lowering.Call(
            new RepeatChannelsKernel(lowering.Plane(input), plane, multiplier),
            node.For(Purpose.RepeatedInput),
            lowering.Value(input),
            repeated);
        return (plane, repeated);
    }

    private static Plane Repeated(ShapedNode node, bool padded)
    {
        (int y, int x) = node.Spec<DepthwiseConvSpec>().Window.Border;
        return new Plane(node.Output.C, node.Inputs[0].H, node.Inputs[0].W, Plane.PitchOf(node.Output.C), padded ? y : 0, padded ? x : 0);
    }

    // The first input row reads outputs from row (pad − extent + 1) / stride on, the last up to row (size − 1 + pad) / stride.
    private static int Border(int size, int outputs, int extent, int stride, int pad)
    {
        int before = extent - 1 - pad;
        int after = ((size - 1 + pad) / stride) - (outputs - 1);
        return Math.Max(0, Math.Max(before / stride, after));
    }
}
