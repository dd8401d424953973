using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class ConvTranspose : OpLowering
{
    public override bool FusesActivation => true;

    /// <summary>The turned walk reads past the input where the outermost taps do.</summary>
    public override Halo InputHalo(ShapedNode node, int input) =>
        IsCol2im(node) ? Halo.None : ConvLowering.GradientHalo(node.Spec<ConvTransposeSpec>().Window, node.Output, node.Inputs[0]);

    public override Halo GradientHalo(ShapedNode node)
    {
        (int y, int x) = node.Spec<ConvTransposeSpec>().Window.Border;
        return new Halo(y, x);
    }

    /// <summary>The gradient by the input of a convolution that leads from the output's shape to the input's.</summary>
    public override void Forward(Lowering lowering, ShapedNode node)
    {
        ConvTransposeSpec spec = node.Spec<ConvTransposeSpec>();
        ConvGeometry geometry = Geometry(node);
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane y = lowering.Plane(node.Id);
        Operand biases = default;
        if (spec.Bias)
        {
            biases = lowering.Weights(node, BufferRole.Bias, Plane.PitchOf(spec.Filters));
            lowering.Pack(new PackBias(Bias: lowering.Parameter(node, "bias"), Packed: biases, spec.Filters));
        }

        CallNote note = node.For(Purpose.Value) with { Activation = lowering.ActivationOf(node) };
        if (IsCol2im(node))
        {
            (Col2imKernel kernel, Operand packed, Operand work) = Col2im.Prepare(lowering, node, geometry, x, y);
            lowering.Call(
                kernel,
                note,
                lowering.Value(source),
                packed,
                spec.Bias ? biases : Operand.None,
                lowering.Value(node.Id),
                work,
                Activation.SlopeOf(lowering.ActivationOf(node)));
            return;
        }

        foreach (TurnedWalk phase in geometry.Turned(x, y))
        {
            Operand weights = lowering.Weights(node, BufferRole.WeightTurned, phase.Weights, phase.Suffix);
            if (!phase.IsEmpty)
            {
                lowering.Pack(phase.Pack(lowering.Parameter(node, "weight"), weights, geometry.Sizes, connections: null));
            }

            lowering.Call(
                phase.Kernel,
                note,
                lowering.Value(source),
                weights,
                spec.Bias ? biases : Operand.None,
                Operand.None,
                lowering.Value(node.Id),
                Activation.SlopeOf(lowering.ActivationOf(node)));
            note = CallNote.Continued;
        }
    }

    /// <summary>The same convolution's forward pass and its gradient by the weights, with input and output gradient in each other's place.</summary>
    public override void Backward(Lowering lowering, ShapedNode node)
    {
        ConvTransposeSpec spec = node.Spec<ConvTransposeSpec>();
        ConvGeometry geometry = Geometry(node);
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane dy = lowering.GradientPlane(node.Id);
        if (spec.Bias)
        {
            Operand db = lowering.Shard(node, BufferRole.BiasGradient, Plane.PitchOf(spec.Filters));
            lowering.CallForBias(node, new BiasGradientKernel(dy), node.For(Purpose.BiasGradient), lowering.Gradient(node.Id), db);
            lowering.Reduce(new ReduceVector(Sums: db, Gradient: lowering.ParameterGradient(node, "bias"), spec.Filters));
        }

        ConvolutionWalk walk = geometry.Straight(dy, x);
        Operand dw = lowering.Shard(node, BufferRole.WeightGradient, walk.Weights);
        lowering.Call(
            geometry.WeightGradientKernel(dy, x),
            node.For(Purpose.WeightGradient),
            lowering.Gradient(node.Id),
            lowering.Value(source),
            dw);
        lowering.Reduce(new ReduceConv(Sums: dw, Gradient: lowering.ParameterGradient(node, "weight"), geometry.Sizes, Connections: null));
        if (lowering.Target(node, 0) is { } target)
        {
            ConvolutionWalk back = geometry.Straight(dy, target.Plane);
            Operand weights = lowering.Weights(node, BufferRole.Weight, back.Weights);
            lowering.Pack(new PackConv(Weight: lowering.Parameter(node, "weight"), Packed: weights, geometry.Sizes, Connections: null));
            lowering.Call(
                target,
                geometry.Kernel(dy, target.Plane),
                node.For(Purpose.InputGradient),
                lowering.Gradient(node.Id),
                weights,
                Operand.None,
                Operand.None,
                target.Operand,
                Activation.SlopeOf(null));
        }
    }

    private static bool IsCol2im(ShapedNode node) => node.Spec<ConvTransposeSpec>() is var spec && Col2im.Fits(node, spec.Window, spec.Groups, node.Inputs[0], node.Output);

    /// <summary>The convolution that leads from the output back to the input.</summary>
    private static ConvGeometry Geometry(ShapedNode node)
    {
        ConvTransposeSpec spec = node.Spec<ConvTransposeSpec>();
        return new ConvGeometry(spec.Window.Leading, spec.Filters, node.Inputs[0].C, spec.Groups);
    }
}
