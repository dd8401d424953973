using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>What convolutions and dense layers share: a dense layer is a convolution over an image of one pixel, or over a sequence's steps.</summary>
internal class ConvLowering(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias)
{
    protected Lowering Lowering { get; } = lowering;

    protected ShapedNode Node { get; } = node;

    protected ConvGeometry Geometry { get; } = geometry;

    public static Halo GradientHalo(Window window, Shape input, Shape output)
    {
        int y = 0, x = 0;
        foreach (TapPhase phase in TapPhase.Of(window.StrideY, window.PadY, window.DilationY, window.KernelY, input.H))
        {
            y = Math.Max(y, phase.Reach(output.H));
        }

        foreach (TapPhase phase in TapPhase.Of(window.StrideX, window.PadX, window.DilationX, window.KernelX, input.W))
        {
            x = Math.Max(x, phase.Reach(output.W));
        }

        return new Halo(y, x);
    }

    /// <summary>How the gradient by the weights is computed; where nothing is said, directly in shards.</summary>
    public WeightChoice Weights { get; init; }

    /// <summary>Which channels each filter reads, where not all.</summary>
    private string? Connections => Node.Parameters[0].Connections;

    public void Forward()
    {
        (Plane x, Operand input) = Input(BufferRole.Padded);
        Plane y = Lowering.Plane(Node.Id);
        FoldedNorm? norm = Lowering.FoldedNorm(Node);
        bool biased = bias || norm is not null;
        Operand weights = PackWeights(x, y, norm);
        Operand biases = default;
        if (biased)
        {
            biases = Lowering.Weights(Node, BufferRole.Bias, Plane.PitchOf(Geometry.Outputs));
        }

        if (norm is not null)
        {
            Lowering.Pack(new PackBiasWithBatchNorm(
                Bias: bias ? Lowering.Parameter(Node, "bias") : Operand.None,
                Gamma: Lowering.Parameter(norm.Node, "weight"),
                Beta: Lowering.Parameter(norm.Node, "bias"),
                Mean: Lowering.Parameter(norm.Node, "running_mean"),
                Variance: Lowering.Parameter(norm.Node, "running_var"),
                Packed: biases,
                Geometry.Outputs,
                norm.Epsilon));
        }
        else if (bias)
        {
            Lowering.Pack(new PackBias(Bias: Lowering.Parameter(Node, "bias"), Packed: biases, Geometry.Outputs));
        }

        int? summand = Lowering.SummandOf(Node);
        Product(
            x,
            y,
            Node.For(Purpose.Value) with { Folded = norm?.Node.Id ?? -1, Summand = summand ?? -1, Activation = Lowering.ActivationOf(Node) },
            input,
            weights,
            biased ? biases : Operand.None,
            summand is { } value ? Lowering.Value(value) : Operand.None,
            Lowering.Value(Node.Id),
            Activation.SlopeOf(Lowering.ActivationOf(Node)));
    }

    /// <summary>What the kernels read; none where the depthwise convolution before is computed with this one, tile by tile.</summary>
    /// <param name="role">What a copy of it is for, where one is needed.</param>
    protected virtual (Plane Plane, Operand Operand) Input(BufferRole role)
    {
        int source = Node.Node.Inputs[0];
        return (Lowering.Plane(source), Lowering.DepthwiseOf(Node) is null ? Lowering.Value(source) : Operand.None);
    }

    /// <summary>Packs the weights for the way forward, with a norm folded in or without one, and returns where they are.</summary>
    protected virtual Operand PackWeights(Plane x, Plane y, FoldedNorm? norm)
    {
        Operand weights = Lowering.Weights(Node, BufferRole.Weight, Geometry.Straight(x, y).Weights);
        Lowering.Pack(norm is null
            ? new PackConv(Weight: Lowering.Parameter(Node, "weight"), Packed: weights, Geometry.Sizes, Connections)
            : new PackConvWithBatchNorm(
                Weight: Lowering.Parameter(Node, "weight"),
                Gamma: Lowering.Parameter(norm.Node, "weight"),
                Variance: Lowering.Parameter(norm.Node, "running_var"),
                Packed: weights,
                Geometry.Sizes,
                norm.Epsilon,
                Connections));
        return weights;
    }

    /// <summary>Calls what computes the outputs.</summary>
    protected virtual void Product(Plane x, Plane y, CallNote note, Operand input, Operand weights, Operand biases, Operand summand, Operand output, Operand slope)
    {
        if (Lowering.DepthwiseOf(Node) is not { } depthwise)
        {
            Lowering.Call(Geometry.Kernel(x, y), note, input, weights, biases, summand, output, slope);
            return;
        }

        int source = depthwise.Node.Inputs[0];
        DepthwiseConvKernel first = new(Lowering.Plane(source), x, depthwise.Spec<DepthwiseConvSpec>().Window.Leading, Lowering.ActivationOf(depthwise));
        DepthwiseSeparableKernel kernel = new(first, Geometry.Kernel(x, y));
        Lowering.Call(
            kernel,
            note with { Before = DepthwiseAlgorithm.Note(Lowering, depthwise) },
            Lowering.Value(source),
            DepthwiseAlgorithm.Weights(Lowering, depthwise),
            weights,
            biases,
            summand,
            output,
            Lowering.Work(kernel.Scratch),
            slope);
    }

    public void Backward()
    {
        Plane dy = Lowering.GradientPlane(Node.Id);
        if (bias)
        {
            Operand db = Lowering.Shard(Node, BufferRole.BiasGradient, Plane.PitchOf(Geometry.Outputs));
            Lowering.CallForBias(Node, new BiasGradientKernel(dy), Node.For(Purpose.BiasGradient), Lowering.Gradient(Node.Id), db);
            Lowering.Reduce(new ReduceVector(Sums: db, Gradient: Lowering.ParameterGradient(Node, "bias"), Geometry.Outputs));
        }

        (Plane x, Operand input) = Input(BufferRole.PaddedAgain);
        if (Weights.OverBatch)
        {
            WeightGradientOverBatch(x, dy, input, Lowering.Gradient(Node.Id));
        }
        else
        {
            Operand dw = Lowering.Shard(Node, BufferRole.WeightGradient, Geometry.Straight(x, dy).Weights);
            WeightGradient(x, dy, input, Lowering.Gradient(Node.Id), dw);
            Lowering.Reduce(new ReduceConv(Sums: dw, Gradient: Lowering.ParameterGradient(Node, "weight"), Geometry.Sizes, Connections));
        }

        if (Lowering.Target(Node, 0) is { } target)
        {
            InputGradient(target, dy);
        }
    }

    /// <summary>Calls what adds the gradient by the weights to the shard's sums.</summary>
    private void WeightGradient(Plane x, Plane dy, Operand input, Operand gradient, Operand dw)
    {
        CallNote note = Node.For(Purpose.WeightGradient);
        if (Weights.Tile == 0)
        {
            Lowering.Call(Geometry.WeightGradientKernel(x, dy), note, input, gradient, dw);
            return;
        }

        WinogradWeightGradientKernel kernel = WinogradWeightGradient(x, dy);
        Lowering.Call(kernel, note, input, gradient, dw, Lowering.Work(kernel.Scratch));
    }

    /// <summary>Calls what computes the gradient by the weights once for the whole batch, when all images are through the phase.</summary>
    private void WeightGradientOverBatch(Plane x, Plane dy, Operand input, Operand gradient)
    {
        Operand dw = Lowering.ParameterGradient(Node, "weight");
        if (Weights.Tile == 0)
        {
            ConvolutionWeightGradientKernel direct = Geometry.WeightGradientKernel(x, dy) with { OverBatch = true };
            Lowering.CallAtPhaseEnd(direct, input, gradient, dw, Lowering.Work(direct.Scratch));
            return;
        }

        WinogradWeightGradientKernel kernel = WinogradWeightGradient(x, dy) with { OverBatch = true };
        Lowering.CallAtPhaseEnd(kernel, input, gradient, dw, Lowering.Work(kernel.Scratch));
    }

    private WinogradWeightGradientKernel WinogradWeightGradient(Plane x, Plane dy) => new(Weights.Tile, Geometry.Window.PadY, Geometry.Window.PadX, x, dy);

    /// <summary>The gradient by the input is a convolution of the output's gradient with the turned weights.</summary>
    protected virtual void InputGradient(GradientTarget target, Plane dy)
    {
        if (!Col2im.Fits(Node, Geometry.Window, Geometry.Groups, Node.Output, Node.Inputs[0]))
        {
            Turned(target, dy, Lowering.Gradient(Node.Id), Node.For(Purpose.InputGradient));
            return;
        }

        (Col2imKernel kernel, Operand weights, Operand work) = Col2im.Prepare(Lowering, Node, Geometry, dy, target.Plane);
        Lowering.Call(
            target,
            kernel,
            Node.For(Purpose.InputGradient),
            Lowering.Gradient(Node.Id),
            weights,
            Operand.None,
            target.Operand,
            work,
            Activation.SlopeOf(null));
    }

    /// <summary>Calls that convolution.</summary>
    protected void Turned(GradientTarget target, Plane dy, Operand gradient, CallNote note)
    {
        Plane dx = target.Plane;
        List<TurnedWalk> phases = Geometry.Turned(dy, dx);
        if (phases.Any(p => p.IsEmpty))
        {
            // A stride larger than the kernel jumps over pixels, which get no gradient.
            Lowering.Call(target, new ClearPixelsKernel(dx), note, target.Operand);
            note = CallNote.Continued;
        }

        foreach (TurnedWalk phase in phases.Where(p => !p.IsEmpty))
        {
            Operand weights = Lowering.Weights(Node, BufferRole.WeightTurned, phase.Weights, phase.Suffix);
            Lowering.Pack(phase.Pack(Lowering.Parameter(Node, "weight"), weights, Geometry.Sizes, Connections));
            Lowering.Call(
                target,
                phase.Kernel,
                note,
                gradient,
                weights,
                Operand.None,
                Operand.None,
                target.Operand,
                Activation.SlopeOf(null));
            note = CallNote.Continued;
        }
    }
}
