namespace NetGen.Generators.Planning;

/// <summary>
/// A dense layer in training whose weights are too many to copy. The kernels read them where they are, in PyTorch's order, so nothing
/// is packed; and the gradient by them is no sum over lanes, each with a copy of its own, but one product dyᵀ · x over the whole batch,
/// computed in blocks when all images are through.
/// </summary>
internal sealed class LargeDense(Lowering lowering, ShapedNode node, bool bias)
{
    /// <summary>
    /// From how many weights on: a mebibyte of them. Eight lanes' sums of fewer fit the caches, and adding those up is then cheaper than
    /// another stage for all threads.
    /// </summary>
    public const long Threshold = 256 * 1024;

    private int Features => node.Inputs[0].C;

    private int Units => node.Output.C;

    /// <summary>Whether a layer is one: the gradient's blocks also need at least a vector's inputs.</summary>
    public static bool Is(ShapedNode node) => (long)node.Inputs[0].C * node.Output.C >= Threshold && node.Inputs[0].C >= Plane.Lanes;

    public void Forward()
    {
        int source = node.Node.Inputs[0];
        Operand[] operands = [lowering.Value(source), lowering.Parameter(node, "weight")];
        lowering.Call(
            new LargeDenseKernel(lowering.Plane(source), lowering.Plane(node.Id), bias, lowering.ActivationOf(node)),
            $"{node.Name}: {node.Inputs[0]} → {node.Output}{Activation.Then(lowering.ActivationOf(node))}.",
            bias ? [.. operands, lowering.Parameter(node, "bias"), lowering.Value(node.Id)] : [.. operands, lowering.Value(node.Id)]);
    }

    public void Backward()
    {
        int source = node.Node.Inputs[0];
        Plane x = lowering.Plane(source);
        Plane dy = lowering.GradientPlane(node.Id);
        if (bias)
        {
            Operand db = lowering.Lane(node, "BiasGradient", Plane.PitchOf(Units), $"the gradient by {node.Name}.bias");
            lowering.CallForBias(node, new BiasGradientKernel(dy), $"{node.Name}: the gradient by the bias.", lowering.Gradient(node.Id), db);
            lowering.Reduce("Reduce.Vector", [db, lowering.ParameterGradient(node, "bias")], $"{Units}");
        }

        Panels inputs = Panels.OfInputs(Features);
        Panels outputs = Panels.OfOutputs(Units);
        Operand inputPanels = lowering.Batch(node, "InputPanels", inputs.Size, $"the inputs of {node.Name}");
        Operand outputPanels = lowering.Batch(node, "GradientPanels", outputs.Size, $"the gradients by {node.Name}");
        Keep($"{node.Name}: inputs and gradients are kept for the gradient by the weights.", x, inputs, lowering.Value(source), inputPanels);
        Keep("", dy, outputs, lowering.Gradient(node.Id), outputPanels);
        LargeDenseWeightGradientKernel gradient = new(Features, Units);
        lowering.CallOverBatch(
            gradient,
            gradient.Items,
            $"{node.Name}: the gradient by the weights.",
            inputPanels,
            outputPanels,
            lowering.ParameterGradient(node, "weight"));
        if (lowering.Target(node, 0) is { } target)
        {
            lowering.Call(
                target,
                new LargeDenseInputGradientKernel(dy, target.Plane),
                $"{node.Name}: the gradient by its input.",
                lowering.Gradient(node.Id),
                lowering.Parameter(node, "weight"),
                target.Operand);
        }
    }

    private void Keep(string comment, Plane plane, Panels panels, Operand from, Operand to) =>
        lowering.Call(new KeepKernel(plane, panels), comment, from, to, Operand.Of("c.First"), Operand.Of("c.Batch"));
}
