using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>What convolutions and dense layers share: a dense layer is a convolution over an image of one pixel, or over a sequence's steps.</summary>
internal sealed class ConvLowering(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias)
{
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

    /// <summary>Which channels each filter reads, where not all.</summary>
    private string? Connections => node.Parameters[0].Connections;

    public void Forward()
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane y = lowering.Plane(node.Id);
        ConvolutionWalk walk = geometry.Straight(x, y);
        FoldedNorm? norm = lowering.FoldedNorm(node);
        bool biased = bias || norm is not null;
        Operand weights = lowering.Weights(node, BufferRole.Weight, walk.Weights);
        Operand biases = default;
        if (biased)
        {
            biases = lowering.Weights(node, BufferRole.Bias, Plane.PitchOf(geometry.Outputs));
        }

        if (norm is not null)
        {
            float epsilon = norm.Epsilon;
            lowering.Pack(new PackConvWithBatchNorm(
                Weight: lowering.Parameter(node, "weight"),
                Gamma: lowering.Parameter(norm.Node, "weight"),
                Variance: lowering.Parameter(norm.Node, "running_var"),
                Packed: weights,
                geometry.Sizes,
                epsilon,
                Connections));
            lowering.Pack(new PackBiasWithBatchNorm(
                Bias: bias ? lowering.Parameter(node, "bias") : Operand.None,
                Gamma: lowering.Parameter(norm.Node, "weight"),
                Beta: lowering.Parameter(norm.Node, "bias"),
                Mean: lowering.Parameter(norm.Node, "running_mean"),
                Variance: lowering.Parameter(norm.Node, "running_var"),
                Packed: biases,
                geometry.Outputs,
                epsilon));
        }
        else
        {
            lowering.Pack(new PackConv(Weight: lowering.Parameter(node, "weight"), Packed: weights, geometry.Sizes, Connections));
            if (bias)
            {
                lowering.Pack(new PackBias(Bias: lowering.Parameter(node, "bias"), Packed: biases, geometry.Outputs));
            }
        }

        lowering.Call(
            geometry.Kernel(x, y),
            node.For(Purpose.Value) with { Folded = norm?.Node.Id ?? -1, Activation = lowering.ActivationOf(node) },
            lowering.Value(source),
            weights,
            biased ? biases : Operand.None,
            lowering.Value(node.Id),
            Activation.SlopeOf(lowering.ActivationOf(node)));
    }

    public void Backward()
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane dy = lowering.GradientPlane(node.Id);
        ConvolutionWalk walk = geometry.Straight(x, dy);
        if (bias)
        {
            Operand db = lowering.Lane(node, BufferRole.BiasGradient, Plane.PitchOf(geometry.Outputs));
            lowering.CallForBias(node, new BiasGradientKernel(dy), node.For(Purpose.BiasGradient), lowering.Gradient(node.Id), db);
            lowering.Reduce(new ReduceVector(Sums: db, Gradient: lowering.ParameterGradient(node, "bias"), geometry.Outputs));
        }

        Operand dw = lowering.Lane(node, BufferRole.WeightGradient, walk.Weights);
        lowering.Call(
            geometry.WeightGradientKernel(x, dy),
            node.For(Purpose.WeightGradient),
            lowering.Value(source),
            lowering.Gradient(node.Id),
            dw);
        lowering.Reduce(new ReduceConv(Sums: dw, Gradient: lowering.ParameterGradient(node, "weight"), geometry.Sizes, Connections));
        if (lowering.Target(node, 0) is { } target)
        {
            InputGradient(target, dy);
        }
    }

    /// <summary>The gradient by the input is a convolution of the output's gradient with the turned weights.</summary>
    private void InputGradient(GradientTarget target, Plane dy)
    {
        Plane dx = target.Plane;
        foreach (TurnedWalk phase in geometry.Turned(dy, dx))
        {
            Operand weights = lowering.Weights(node, BufferRole.WeightTurned, phase.Weights, phase.Suffix);
            if (!phase.IsEmpty)
            {
                lowering.Pack(phase.Pack(lowering.Parameter(node, "weight"), weights, geometry.Sizes, Connections));
            }

            lowering.Call(
                target,
                phase.Kernel,
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                weights,
                Operand.None,
                target.Operand,
                Activation.SlopeOf(null));
        }
    }
}
