namespace NetGen.Generators.Planning;

/// <summary>What convolutions and dense layers share: a dense layer is a convolution over an image of one pixel.</summary>
internal sealed class ConvLowering(Lowering lowering, ShapedNode node, Window window, int filters, int groups, bool bias)
{
    /// <summary>
    /// Groups whose channels fill no whole vectors are taken together, with zeros between them; <see cref="Merged"/> says how many.
    /// </summary>
    public static int Merged(int inputs, int outputs, int groups)
    {
        // Whole vectors are reached by a power of two up to their lanes, or by no number that divides the groups.
        for (int merged = 1; merged < groups && merged <= Plane.Lanes; merged++)
        {
            if (groups % merged == 0 && inputs / groups * merged % Plane.Lanes == 0 && outputs / groups * merged % Plane.Lanes == 0)
            {
                return merged;
            }
        }

        return groups;
    }

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

    private ConvGeometry Geometry => new(window, node.Inputs[0].C, filters, groups);

    /// <summary>Which channels each filter reads, where not all.</summary>
    private string? Connections => node.Parameters[0].Connections;

    /// <summary>The routine of the run-time library for the weights: its sparse form where some channels are not connected.</summary>
    private string Routine(string dense) => Connections is null ? dense : "Sparse" + dense;

    /// <summary>What the routine takes.</summary>
    private string[] Literals(params string[] literals) => Connections is null ? literals : [.. literals, CodeWriter.Quote(Connections) + "u8"];

    public void Forward()
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane y = lowering.Plane(node.Id);
        ConvolutionWalk walk = Geometry.Straight(x, y);
        ShapedNode? norm = lowering.FoldedBatchNorm(node);
        bool biased = bias || norm is not null;
        Operand weights = lowering.Weights(node, "Weight", walk.Weights, "");
        Operand biases = default;
        if (biased)
        {
            biases = lowering.Weights(node, "Bias", Plane.PitchOf(filters), "");
        }

        if (norm is not null)
        {
            string epsilon = CodeWriter.Literal(norm.Spec<BatchNormSpec>().Epsilon);
            lowering.Pack(
                Routine("Pack.ConvWithBatchNorm"),
                [lowering.Parameter(node, "weight"), lowering.Parameter(norm, "weight"), lowering.Parameter(norm, "running_var"), weights],
                Literals([.. Geometry.Sizes, epsilon]));
            lowering.Pack(
                "Pack.BiasWithBatchNorm",
                [bias ? lowering.Parameter(node, "bias") : Operand.Of("null"), lowering.Parameter(norm, "weight"), lowering.Parameter(norm, "bias"), lowering.Parameter(norm, "running_mean"), lowering.Parameter(norm, "running_var"), biases],
                $"{filters}",
                epsilon);
        }
        else
        {
            lowering.Pack(Routine("Pack.Conv"), [lowering.Parameter(node, "weight"), weights], Literals(Geometry.Sizes));
            if (bias)
            {
                lowering.Pack("Pack.Bias", [lowering.Parameter(node, "bias"), biases], $"{filters}");
            }
        }

        string folded = norm is null ? "" : $", with {norm.Name} folded in";
        lowering.Call(
            Geometry.Kernel(x, y),
            $"{node.Name}: {node.Inputs[0]} → {node.Output}{folded}{Activation.Then(lowering.ActivationOf(node))}.",
            lowering.Value(source),
            weights,
            biased ? biases : Operand.Of("null"),
            lowering.Value(node.Id),
            Activation.SlopeOf(lowering.ActivationOf(node)));
    }

    public void Backward()
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane dy = lowering.GradientPlane(node.Id);
        ConvolutionWalk walk = Geometry.Straight(x, dy);
        if (bias)
        {
            Operand db = lowering.Lane(node, "BiasGradient", Plane.PitchOf(filters), "");
            lowering.CallForBias(node, new BiasGradientKernel(dy), $"{node.Name}: the gradient by the bias.", lowering.Gradient(node.Id), db);
            lowering.Reduce("Reduce.Vector", [db, lowering.ParameterGradient(node, "bias")], $"{filters}");
        }

        Operand dw = lowering.Lane(node, "WeightGradient", walk.Weights, "");
        lowering.Call(
            Geometry.WeightGradientKernel(x, dy),
            $"{node.Name}: gradients by weights and input.",
            lowering.Value(source),
            lowering.Gradient(node.Id),
            dw);
        lowering.Reduce(Routine("Reduce.Conv"), [dw, lowering.ParameterGradient(node, "weight")], Literals(Geometry.Sizes));
        if (lowering.Target(node, 0) is { } target)
        {
            InputGradient(target, dy);
        }
    }

    /// <summary>The gradient by the input is a convolution of the output's gradient with the turned weights.</summary>
    private void InputGradient(GradientTarget target, Plane dy)
    {
        Plane dx = target.Plane;
        foreach (TurnedWalk phase in Geometry.Turned(dy, dx))
        {
            Operand weights = lowering.Weights(node, "WeightTurned" + phase.Suffix, phase.Weights, "");
            if (!phase.IsEmpty)
            {
                lowering.Pack(
                    Routine(phase.Routine),
                    [lowering.Parameter(node, "weight"), weights],
                    Literals(phase.Sizes));
            }

            lowering.Call(
                target,
                phase.Kernel,
                "",
                lowering.Gradient(node.Id),
                weights,
                Operand.Of("null"),
                target.Operand,
                Activation.SlopeOf(null));
        }
    }
}
