using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What of a network is predicted step by step, by node id.</summary>
/// <param name="Needed">Whether the output depends on the node.</param>
/// <param name="IsStepwise">Whether the node depends on an input whose steps come one by one; the others are computed once, at the start.</param>
/// <param name="Start">The node that puts a step of what is computed at the start before the others; null where sequences begin with a step of their own.</param>
/// <param name="IsBehindStart">Whether it is that node, or depends on it.</param>
/// <param name="BeginsState">Whether a recurrent layer's state begins with what is computed at the start.</param>
/// <param name="IsKept">Whether it is a vector that is computed at the start, and that sums or products of each step read: it goes from step to step with the states.</param>
internal sealed record StepFlow(EquatableArray<bool> Needed, EquatableArray<bool> IsStepwise, int? Start, EquatableArray<bool> IsBehindStart, bool BeginsState, EquatableArray<bool> IsKept)
{
    /// <summary>Whether something is computed at the start.</summary>
    public bool HasStart => Start is not null || BeginsState || IsKept.Any(kept => kept);

    /// <summary>Whether a layer of each step may read what was computed at the start.</summary>
    public static bool ReadsKept(ShapedNode node) => node.Node.Spec is AddSpec or MultiplySpec;

    /// <summary>What of a network is predicted step by step; null where no input asks for it.</summary>
    public static StepFlow? Of(ShapedGraph graph)
    {
        if (!graph.Nodes.Any(n => n.Node.Spec is InputSpec { Stepwise: true }))
        {
            return null;
        }

        bool[] needed = new bool[graph.Nodes.Count];
        needed[graph.Output] = true;
        for (int id = needed.Length - 1; id >= 0; id--)
        {
            foreach (int input in needed[id] ? graph.Nodes[id].Node.Inputs : EquatableArray<int>.Empty)
            {
                needed[input] = true;
            }
        }

        bool[] stepwise = new bool[needed.Length];
        bool[] behind = new bool[needed.Length];
        int? start = null;
        bool begins = false;
        bool[] kept = new bool[needed.Length];
        foreach (ShapedNode node in graph.Nodes.Where(n => needed[n.Id]))
        {
            bool joins = node.Node.Spec is PrependSpec && node.Node.Inputs.Any(i => stepwise[i]) && node.Node.Inputs.Any(i => !stepwise[i]);
            start ??= joins ? node.Id : null;
            stepwise[node.Id] = node.Node.Spec is InputSpec { Stepwise: true } || node.Node.Inputs.Any(i => stepwise[i]);
            begins |= stepwise[node.Id] && node.Node.Spec is RecurrentSpec spec && (spec.StateInput ?? spec.CellInput) is not null;
            foreach (int input in stepwise[node.Id] && ReadsKept(node) ? node.Node.Inputs : EquatableArray<int>.Empty)
            {
                kept[input] |= !stepwise[input];
            }

            behind[node.Id] = start == node.Id || node.Node.Inputs.Any(i => behind[i]);
        }

        return new StepFlow(needed, stepwise, start, behind, begins, kept);
    }
}
