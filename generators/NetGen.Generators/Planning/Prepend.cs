using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Each input is copied to its steps of the output, the current value behind the tagged ones; and so is its gradient, back.</summary>
internal sealed class Prepend : OpLowering
{
    public override bool GainLooksPast => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        Plane all = lowering.Plane(node.Id);
        if (lowering.Steps?.Start == node.Id)
        {
            foreach ((int input, Condition condition) in new[] { (1, Lowering.AtStart), (0, Lowering.BehindStart) })
            {
                if (lowering.IsJoined(node.Node.Inputs[input]))
                {
                    continue;
                }

                lowering.Call(
                    condition,
                    new CopyChannelsKernel(lowering.Plane(node.Node.Inputs[input]), 0, all, 0, all.C),
                    input == 1 ? node.For(Purpose.Value) : CallNote.Continued,
                    lowering.Value(node.Node.Inputs[input]),
                    lowering.Value(node.Id));
            }

            return;
        }

        bool begins = true;
        foreach ((int input, int start, int steps) in Parts(node))
        {
            lowering.Call(
                new CopyChannelsKernel(lowering.Plane(node.Node.Inputs[input]), 0, all.Steps(steps), 0, all.C),
                begins ? node.For(Purpose.Value) : CallNote.Continued,
                lowering.Value(node.Node.Inputs[input]),
                lowering.Value(node.Id) with { Start = start * all.Pitch });
            begins = false;
        }
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        Plane all = lowering.GradientPlane(node.Id);
        foreach ((int input, int start, int steps) in Parts(node))
        {
            if (lowering.Target(node, input) is { } target)
            {
                lowering.Call(
                    target,
                    new CopyChannelsKernel(all.Steps(steps), 0, target.Plane, 0, all.C),
                    node.For(Purpose.InputGradient, input + 1),
                    lowering.Gradient(node.Id) with { Start = start * all.Pitch },
                    target.Operand);
            }
        }
    }

    /// <summary>The inputs in the order of their steps: which, its first step in the output, and how many it has.</summary>
    private static IEnumerable<(int Input, int Start, int Steps)> Parts(ShapedNode node)
    {
        int start = 0;
        foreach (int input in Enumerable.Range(1, node.Inputs.Count - 1).Append(0))
        {
            yield return (input, start, node.Inputs[input].Positions);
            start += node.Inputs[input].Positions;
        }
    }
}
