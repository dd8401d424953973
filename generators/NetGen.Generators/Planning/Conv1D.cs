using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// A convolution over steps: a sequence lies in memory as an image of one row, so the kernels are those of images. What the kernel reads outside is zeros around a copy.
/// </summary>
internal sealed class Conv1D : OpLowering
{
    public override bool FusesActivation => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        Conv1DSpec spec = node.Spec<Conv1DSpec>();
        ConvGeometry geometry = Geometry(node);
        (Plane x, Operand input) = Input(lowering, node, BufferRole.Padded);
        Plane y = lowering.Plane(node.Id);
        Operand weights = lowering.Weights(node, BufferRole.Weight, geometry.Straight(x, y).Weights);
        lowering.Pack(new PackConv(Weight: lowering.Parameter(node, "weight"), Packed: weights, geometry.Sizes, Connections: null));
        Operand biases = Operand.None;
        if (spec.Bias)
        {
            biases = lowering.Weights(node, BufferRole.Bias, Plane.PitchOf(spec.Filters));
            lowering.Pack(new PackBias(Bias: lowering.Parameter(node, "bias"), Packed: biases, spec.Filters));
        }

        lowering.Call(
            geometry.Kernel(x, y),
            node.For(Purpose.Value) with { Activation = lowering.ActivationOf(node) },
            input,
            weights,
            biases,
            Operand.None,
            lowering.Value(node.Id),
            Activation.SlopeOf(lowering.ActivationOf(node)));
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        Conv1DSpec spec = node.Spec<Conv1DSpec>();
        ConvGeometry geometry = Geometry(node);
        Plane dy = lowering.GradientPlane(node.Id);
        if (spec.Bias)
        {
            Operand db = lowering.Shard(node, BufferRole.BiasGradient, Plane.PitchOf(spec.Filters));
            lowering.CallForBias(node, new BiasGradientKernel(dy), node.For(Purpose.BiasGradient), lowering.Gradient(node.Id), db);
            lowering.Reduce(new ReduceVector(Sums: db, Gradient: lowering.ParameterGradient(node, "bias"), spec.Filters));
        }

        (Plane x, Operand input) = Input(lowering, node, BufferRole.PaddedAgain);
        Operand dw = lowering.Shard(node, BufferRole.WeightGradient, geometry.Straight(x, dy).Weights);
        lowering.Call(geometry.WeightGradientKernel(x, dy), node.For(Purpose.WeightGradient), input, lowering.Gradient(node.Id), dw);
        lowering.Reduce(new ReduceConv(Sums: dw, Gradient: lowering.ParameterGradient(node, "weight"), geometry.Sizes, Connections: null));
        if (lowering.Target(node, 0) is { } target)
        {
            InputGradient(lowering, node, geometry, target);
        }
    }

    /// <summary>The gradient by the input is a convolution of the output's gradient with the turned weights.</summary>
    private static void InputGradient(Lowering lowering, ShapedNode node, ConvGeometry geometry, GradientTarget target)
    {
        Plane dy = lowering.GradientPlane(node.Id);
        Operand gradient = lowering.Gradient(node.Id);
        CallNote note = node.For(Purpose.InputGradient);
        int reach = ConvLowering.GradientHalo(geometry.Window, StepWindow.Row(node.Inputs[0]), StepWindow.Row(node.Output)).X;
        if (reach > dy.HaloX)
        {
            Plane padded = dy with { HaloX = reach };
            Operand copy = lowering.Scratch(node, BufferRole.PaddedGradient, padded);
            lowering.Call(target, new CopyKernel(dy, padded), note, gradient, copy);
            (dy, gradient, note) = (padded, copy, CallNote.Continued);
        }

        List<TurnedWalk> phases = geometry.Turned(dy, target.Plane);
        if (phases.Any(p => p.IsEmpty))
        {
            // A stride larger than the kernel jumps over steps, which get no gradient.
            lowering.Call(target, new ClearPixelsKernel(target.Plane), note, target.Operand);
            note = CallNote.Continued;
        }

        foreach (TurnedWalk phase in phases.Where(p => !p.IsEmpty))
        {
            Operand weights = lowering.Weights(node, BufferRole.WeightTurned, phase.Weights, phase.Suffix);
            lowering.Pack(phase.Pack(lowering.Parameter(node, "weight"), weights, geometry.Sizes, connections: null));
            lowering.Call(target, phase.Kernel, note, gradient, weights, Operand.None, Operand.None, target.Operand, Activation.SlopeOf(null));
            note = CallNote.Continued;
        }
    }

    private static (Plane Plane, Operand Operand) Input(Lowering lowering, ShapedNode node, BufferRole role) =>
        lowering.PaddedSteps(node, node.Spec<Conv1DSpec>().Window.Border.X, role);

    private static ConvGeometry Geometry(ShapedNode node)
    {
        Conv1DSpec spec = node.Spec<Conv1DSpec>();
        return new ConvGeometry(spec.Window.Leading, node.Inputs[0].Features, spec.Filters, spec.Groups);
    }
}
