namespace NetGen.Generators.Planning;

/// <summary>What convolutions and dense layers share: a dense layer is a convolution over an image of one pixel.</summary>
internal sealed class ConvLowering(Lowering lowering, ShapedNode node, Window window, int filters, int groups, bool bias)
{
    /// <summary>
    /// Groups whose channels fill no whole vectors are taken together, with zeros between them; <see cref="Merged"/> says how many.
    /// </summary>
    public static int Merged(int inputs, int outputs, int groups)
    {
        for (int merged = 1; merged < groups; merged++)
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

    private int Inputs => node.Inputs[0].C;

    private int MergedGroups => Merged(Inputs, filters, groups);

    private bool IsDense => node.Inputs[0].IsVector;

    /// <summary>What a kernel's name starts with: the layer, then what the kernel computes of it.</summary>
    private string Title(string part) => (IsDense ? "Dense" : "Conv") + part + (IsDense ? "" : Shared);

    private string Shared => $"{window.KernelY}x{window.KernelX}_s{Pair(window.StrideY, window.StrideX)}_p{Pair(window.PadY, window.PadX)}"
        + (window.DilationY * window.DilationX == 1 ? "" : $"_d{Pair(window.DilationY, window.DilationX)}")
        + (groups == 1 ? "" : $"_g{groups}");

    private string[] Sizes => [$"{filters}", $"{Inputs / groups}", $"{window.KernelY}", $"{window.KernelX}", $"{groups}", $"{MergedGroups}"];

    public void Forward()
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane y = lowering.Plane(node.Id);
        ConvolutionWalk walk = ForwardWalk(x, y);
        ShapedNode? norm = lowering.FoldedBatchNorm(node);
        bool biased = bias || norm is not null;
        Operand weights = lowering.Weights(node, "Weight", walk.Weights, $"{node.Node.Path}.weight, packed");
        Operand biases = default;
        if (biased)
        {
            biases = lowering.Weights(node, "Bias", Plane.PitchOf(filters), $"{node.Node.Path}.bias");
        }

        if (norm is not null)
        {
            string epsilon = CodeWriter.Literal(norm.Spec<BatchNormSpec>().Epsilon);
            lowering.Pack(
                "Pack.ConvWithBatchNorm",
                $"{node.Node.Path}, with {norm.Node.Path} folded in.",
                [lowering.Parameter(node, "weight"), lowering.Parameter(norm, "weight"), lowering.Parameter(norm, "running_var"), weights],
                [.. Sizes, epsilon]);
            lowering.Pack(
                "Pack.BiasWithBatchNorm",
                "",
                [bias ? lowering.Parameter(node, "bias") : Operand.Of("null"), lowering.Parameter(norm, "weight"), lowering.Parameter(norm, "bias"), lowering.Parameter(norm, "running_mean"), lowering.Parameter(norm, "running_var"), biases],
                $"{filters}",
                epsilon);
        }
        else
        {
            lowering.Pack("Pack.Conv", $"{node.Node.Path}: weights in the order they are read.", [lowering.Parameter(node, "weight"), weights], Sizes);
            if (bias)
            {
                lowering.Pack("Pack.Bias", "", [lowering.Parameter(node, "bias"), biases], $"{filters}");
            }
        }

        string title = $"{Title("")}_{x.Key}_to_{y.Key}" + (biased ? "_bias" : "");
        ConvolutionKernel kernel = new(title, $"{(IsDense ? $"Multiplies {node.Inputs[0]} to {node.Output}" : $"Convolves {node.Inputs[0]} to {node.Output} by {window.KernelY}×{window.KernelX}")}{(biased ? ", adds the bias" : "")}", walk, biased, lowering.ActivationOf(node));
        string folded = norm is null ? "" : $", with {norm.Node.Path} folded in";
        string activated = lowering.ActivationOf(node) is null ? "" : ", then the activation";
        lowering.Call(
            kernel,
            $"{node.Node.Path}: {node.Inputs[0]} → {node.Output}{folded}{activated}.",
            biased ? [lowering.Value(source), weights, biases, lowering.Value(node.Id)] : [lowering.Value(source), weights, lowering.Value(node.Id)]);
    }

    public void Backward()
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane dy = lowering.GradientPlane(node.Id);
        ConvolutionWalk walk = ForwardWalk(x, dy);
        if (bias)
        {
            Operand db = lowering.Lane(node, "BiasGradient", Plane.PitchOf(filters), $"the gradient by {node.Node.Path}.bias");
            lowering.CallForBias(node, new BiasGradientKernel(dy), $"{node.Node.Path}: the gradient by the bias.", lowering.Gradient(node.Id), db);
            lowering.Reduce("Reduce.Vector", "", [db, lowering.ParameterGradient(node, "bias")], $"{filters}");
        }

        Operand dw = lowering.Lane(node, "WeightGradient", walk.Weights, $"the gradient by {node.Node.Path}.weight");
        lowering.Call(
            new ConvolutionWeightGradientKernel($"{Title("WeightGradient")}_{x.Key}_to_{dy.Key}", walk),
            $"{node.Node.Path}: gradients by weights and input.",
            lowering.Value(source),
            lowering.Gradient(node.Id),
            dw);
        lowering.Reduce("Reduce.Conv", $"{node.Node.Path}: from the packed order to PyTorch's.", [dw, lowering.ParameterGradient(node, "weight")], Sizes);
        if (lowering.Target(node, 0) is { } target)
        {
            InputGradient(target, dy);
        }
    }

    private static string Pair(int y, int x) => y == x ? $"{y}" : $"{y}x{x}";

    private ConvolutionWalk ForwardWalk(Plane x, Plane y)
    {
        int parts = groups / MergedGroups;
        int outputs = parts == 1 ? Plane.PitchOf(filters) : filters / parts;
        ConvolutionWalk walk = new(
            Rows: y.H,
            Columns: y.W,
            XStart: -(window.PadY * x.Row) - (window.PadX * x.Pitch),
            XRow: window.StrideY * x.Row,
            XColumn: window.StrideX * x.Pitch,
            XTapRow: window.DilationY * x.Row,
            XTapColumn: window.DilationX * x.Pitch,
            XImage: x.Image,
            YStart: 0,
            YRow: y.Row,
            YColumn: y.Pitch,
            YImage: y.Image,
            TapsY: window.KernelY,
            TapsX: window.KernelX,
            Depth: Inputs / parts,
            Outputs: outputs,
            Groups: parts);
        return Flatten(walk, x.Contiguous && y.Contiguous && window is { KernelY: 1, KernelX: 1, StrideY: 1, StrideX: 1 });
    }

    /// <summary>An output of one pixel takes the images as its columns; a 1×1 convolution without borders takes an image as one row.</summary>
    private static ConvolutionWalk Flatten(ConvolutionWalk walk, bool pointwise)
    {
        if (walk is { Rows: 1, Columns: 1 })
        {
            return walk with { Columns = 0, XColumn = walk.XImage, YColumn = walk.YImage };
        }

        return pointwise ? walk with { Rows = 1, Columns = walk.Rows * walk.Columns } : walk;
    }

    /// <summary>
    /// The gradient by the input is a convolution of the output's gradient with the turned weights. With a stride, the input's pixels
    /// fall into stride × stride phases that each see some of the kernel's taps: a convolution for each.
    /// </summary>
    private void InputGradient(GradientTarget target, Plane dy)
    {
        Plane dx = target.Plane;
        int parts = groups / MergedGroups;
        int outputs = parts == 1 ? dx.Pitch : Inputs / parts;
        List<TapPhase> rows = TapPhase.Of(window.StrideY, window.PadY, window.DilationY, window.KernelY, dx.H);
        List<TapPhase> columns = TapPhase.Of(window.StrideX, window.PadX, window.DilationX, window.KernelX, dx.W);
        bool single = rows.Count == 1 && columns.Count == 1;
        foreach (TapPhase row in rows)
        {
            foreach (TapPhase column in columns)
            {
                bool empty = row.Taps == 0 || column.Taps == 0;
                string phase = single ? "" : $"_phase{row.First}{column.First}";
                ConvolutionWalk walk = new(
                    Rows: row.Outputs,
                    Columns: column.Outputs,
                    XStart: empty ? 0 : (row.Start * dy.Row) + (column.Start * dy.Pitch),
                    XRow: dy.Row,
                    XColumn: dy.Pitch,
                    XTapRow: row.Step * dy.Row,
                    XTapColumn: column.Step * dy.Pitch,
                    XImage: dy.Image,
                    YStart: (row.First * dx.Row) + (column.First * dx.Pitch),
                    YRow: window.StrideY * dx.Row,
                    YColumn: window.StrideX * dx.Pitch,
                    YImage: dx.Image,
                    TapsY: empty ? 0 : row.Taps,
                    TapsX: empty ? 0 : column.Taps,
                    Depth: filters / parts,
                    Outputs: outputs,
                    Groups: parts);
                walk = Flatten(walk, dx.Contiguous && dy.Contiguous && window is { KernelY: 1, KernelX: 1, StrideY: 1, StrideX: 1, PadY: 0, PadX: 0 });
                Operand weights = lowering.Weights(node, "WeightTurned" + phase, Math.Max(walk.Weights, 1), $"{node.Node.Path}.weight, turned and transposed");
                if (!empty)
                {
                    lowering.Pack(
                        "Pack.ConvTurned",
                        $"{node.Node.Path}: weights for the gradient by the input{(single ? "" : $", phase {row.First}, {column.First}")}.",
                        [lowering.Parameter(node, "weight"), weights],
                        [.. Sizes, $"{row.LastTap}", $"{row.TapStep}", $"{row.Taps}", $"{column.LastTap}", $"{column.TapStep}", $"{column.Taps}"]);
                }

                lowering.Call(
                    target,
                    new ConvolutionKernel($"{Title("InputGradient")}_{dy.Key}_to_{dx.Key}{phase}", IsDense ? "Multiplies the output's gradient by the transposed weights" : "Convolves the output's gradient with the turned weights", walk, false, null),
                    "",
                    lowering.Gradient(node.Id),
                    weights,
                    target.Operand);
            }
        }
    }
}
