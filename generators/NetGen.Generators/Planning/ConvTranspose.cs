namespace NetGen.Generators.Ops;

internal sealed partial class ConvTranspose
{
    public override bool FusesActivation => true;

    /// <summary>The turned walk reads past the input where the outermost taps do.</summary>
    public override Halo InputHalo(ShapedNode node, int input) =>
        ConvLowering.GradientHalo(node.Spec<ConvTransposeSpec>().Window, node.Output, node.Inputs[0]);

    public override Halo GradientHalo(ShapedNode node)
    {
        Window window = node.Spec<ConvTransposeSpec>().Window;
        return new Halo(window.PadY, window.PadX);
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
            biases = lowering.Weights(node, "Bias", Plane.PitchOf(spec.Filters), $"{node.Name}.bias");
            lowering.Pack("Pack.Bias", [lowering.Parameter(node, "bias"), biases], $"{spec.Filters}");
        }

        string comment = $"{node.Name}: {node.Inputs[0]} → {node.Output}{Activation.Then(lowering.ActivationOf(node))}.";
        foreach (TurnedWalk phase in geometry.Turned(x, y))
        {
            Operand weights = lowering.Weights(node, "WeightTurned" + phase.Suffix, phase.Weights, $"{node.Name}.weight, turned and transposed");
            if (!phase.IsEmpty)
            {
                lowering.Pack(
                    phase.Routine,
                    [lowering.Parameter(node, "weight"), weights],
                    phase.Sizes);
            }

            lowering.Call(
                phase.Kernel,
                comment,
                lowering.Value(source),
                weights,
                spec.Bias ? biases : Operand.Of("null"),
                lowering.Value(node.Id),
                Activation.SlopeOf(lowering.ActivationOf(node)));
            comment = "";
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
            Operand db = lowering.Lane(node, "BiasGradient", Plane.PitchOf(spec.Filters), $"the gradient by {node.Name}.bias");
            lowering.CallForBias(node, new BiasGradientKernel(dy), $"{node.Name}: the gradient by the bias.", lowering.Gradient(node.Id), db);
            lowering.Reduce("Reduce.Vector", [db, lowering.ParameterGradient(node, "bias")], $"{spec.Filters}");
        }

        ConvolutionWalk walk = geometry.Straight(dy, x);
        Operand dw = lowering.Lane(node, "WeightGradient", walk.Weights, $"the gradient by {node.Name}.weight");
        lowering.Call(
            geometry.WeightGradientKernel(dy, x),
            $"{node.Name}: gradients by weights and input.",
            lowering.Gradient(node.Id),
            lowering.Value(source),
            dw);
        lowering.Reduce("Reduce.Conv", [dw, lowering.ParameterGradient(node, "weight")], geometry.Sizes);
        if (lowering.Target(node, 0) is { } target)
        {
            ConvolutionWalk back = geometry.Straight(dy, target.Plane);
            Operand weights = lowering.Weights(node, "Weight", back.Weights, $"{node.Name}.weight, packed");
            lowering.Pack("Pack.Conv", [lowering.Parameter(node, "weight"), weights], geometry.Sizes);
            lowering.Call(
                target,
                geometry.Kernel(dy, target.Plane),
                "",
                lowering.Gradient(node.Id),
                weights,
                Operand.Of("null"),
                target.Operand,
                Activation.SlopeOf(null));
        }
    }

    /// <summary>The convolution that leads from the output back to the input.</summary>
    private static ConvGeometry Geometry(ShapedNode node)
    {
        ConvTransposeSpec spec = node.Spec<ConvTransposeSpec>();
        return new ConvGeometry(spec.Window, spec.Filters, node.Inputs[0].C, spec.Groups);
    }
}
