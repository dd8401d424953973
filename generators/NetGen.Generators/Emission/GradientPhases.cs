using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// After which phase of a training step a gradient is whole, so that it can be sent to other processes while the phases before it in the network still run.
/// </summary>
internal sealed class GradientPhases
{
    private readonly Plan _plan;
    private readonly int[] _ofBuffers;
    private readonly Dictionary<int, int> _ofGradients = [];

    public GradientPhases(Plan plan)
    {
        _plan = plan;
        _ofBuffers = new int[plan.Buffers.Count];
        for (int phase = 0; phase < plan.Phases.Count; phase++)
        {
            Visit(plan.Phases[phase], phase);
        }

        Reductions = [.. plan.Reductions.Select(PhaseOf)];
        for (int i = 0; i < Reductions.Count; i++)
        {
            Note(plan.Reductions[i].SelectMany(WrittenPlan.Operands), Reductions[i]);
        }

        BatchCalls = [.. plan.BatchCalls.Select(c => LastOf(c.Operands))];
        for (int i = 0; i < BatchCalls.Count; i++)
        {
            Note(plan.BatchCalls[i].Operands, BatchCalls[i]);
        }
    }

    /// <summary>For each call over the whole batch the phase after which it can be made.</summary>
    public IReadOnlyList<int> BatchCalls { get; }

    /// <summary>For each reduction the phase after which it can be made.</summary>
    public IReadOnlyList<int> Reductions { get; }

    /// <summary>The phase after which the gradient by a parameter is whole.</summary>
    /// <param name="parameter">Its place.</param>
    public int Of(int parameter) => _ofGradients.TryGetValue(parameter, out int phase) ? phase : _plan.Phases.Count - 1;

    private void Visit(Phase phase, int number)
    {
        foreach (KernelCall call in phase.Calls)
        {
            foreach (Operand operand in call.Operands)
            {
                // Whoever reads a shard's sums in a call also adds to them, and what is kept for the whole batch is written in calls alone.
                if (operand.Kind == OperandKind.Buffer && _plan.Buffers[operand.Index].Region is Region.Shard or Region.Kept)
                {
                    _ofBuffers[operand.Index] = number;
                }
            }
        }

        Note(phase.Once.SelectMany(WrittenPlan.Operands), number);
        foreach (PhaseEndCall call in phase.Ends)
        {
            Note(call.Operands, number);
        }
    }

    /// <summary>The last phase that adds to what a reduction sums.</summary>
    private int PhaseOf(EquatableArray<ShardRoutine> reduction) => LastOf(reduction.SelectMany(WrittenPlan.Operands));

    private int LastOf(IEnumerable<Operand> operands) => operands.Where(o => o.Kind == OperandKind.Buffer).Select(o => _ofBuffers[o.Index]).Append(0).Max();

    private void Note(IEnumerable<Operand> operands, int phase)
    {
        foreach (Operand operand in operands)
        {
            if (operand.Kind == OperandKind.ParameterGradient)
            {
                _ofGradients[operand.Index] = Math.Max(phase, _ofGradients.TryGetValue(operand.Index, out int before) ? before : 0);
            }
        }
    }
}
