using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>A call as it is written.</summary>
/// <param name="Call">The call.</param>
/// <param name="Next">The one in its place in the next turn of the loop that it stands in, by which addresses move.</param>
/// <param name="Loop">That loop, where it is one of calls and not of whole phases.</param>
internal sealed record WrittenCall(KernelCall Call, KernelCall? Next, CallLoop? Loop);

/// <summary>A loop of calls.</summary>
/// <param name="Turns">How many turns it has.</param>
/// <param name="First">What its first call is for.</param>
/// <param name="Last">What its last call is for, in the last turn.</param>
internal sealed record CallLoop(int Turns, CallNote First, CallNote Last);

/// <summary>A buffer that is named by another, as far from it as a loop's addresses move in some turns.</summary>
/// <param name="Buffer">The other, which stands in the loop's first turn.</param>
/// <param name="Turn">The turn, from 1 on.</param>
/// <param name="Step">Floats from a turn to the next.</param>
internal readonly record struct Moved(int Buffer, int Turn, long Step);

/// <summary>What of a plan is written down, since of a loop's turns the first stands for all: the calls, the buffers that need a name, and the parameters that do.</summary>
internal sealed class WrittenPlan
{
    private readonly bool[] _named;
    private readonly Dictionary<int, List<Moved>> _moved = [];

    public WrittenPlan(Plan plan)
    {
        Plan = plan;
        _named = new bool[plan.Buffers.Count];
        foreach (Stretch stretch in Stretch.Of(plan.Phases.Count, plan.PhaseLoops))
        {
            Visit(stretch, Operands);
            for (int phase = stretch.First; stretch.Loop is null && phase < stretch.End; phase++)
            {
                EquatableArray<KernelCall> calls = plan.Phases[phase].Calls;
                Visit(calls.Count, plan.Phases[phase].Loops, i => calls[i].Operands);
                Visit(1, [], _ => plan.Phases[phase].Once.SelectMany(Operands));
            }
        }

        PhaseEndCall[] ends = [.. plan.PhaseEndCalls];
        Visit(ends.Length, plan.PhaseEndLoops, i => ends[i].Operands);
        Visit(plan.Packs.Count, plan.PackLoops, i => Operands(plan.Packs[i]));
        Visit(plan.Reductions.Count, plan.ReductionLoops, i => plan.Reductions[i].SelectMany(Operands));
        Visit(plan.BatchCalls.Count, [], i => plan.BatchCalls[i].Operands);
    }

    public Plan Plan { get; }

    /// <summary>The parameters that are named.</summary>
    public HashSet<int> Parameters { get; } = [];

    /// <summary>Whether a buffer is named.</summary>
    public bool IsNamed(int buffer) => _named[buffer];

    /// <summary>The buffers by which one that has no name can be found.</summary>
    public IEnumerable<Moved> Moved(int buffer) => _moved.TryGetValue(buffer, out List<Moved>? moved) ? moved : [];

    /// <summary>A phase's calls as they are written, in a loop of phases or by themselves.</summary>
    public List<WrittenCall> Calls(int phase, Loop? phases)
    {
        EquatableArray<KernelCall> calls = Plan.Phases[phase].Calls;
        if (phases is { } around)
        {
            EquatableArray<KernelCall> next = Plan.Phases[phase + around.Length].Calls;
            return [.. calls.Select((call, i) => new WrittenCall(call, next[i], null))];
        }

        List<WrittenCall> written = [];
        foreach (Stretch stretch in Stretch.Of(calls.Count, Plan.Phases[phase].Loops))
        {
            CallLoop? loop = stretch.Loop is { } l ? new CallLoop(l.Turns, calls[l.First].Note, calls.Skip(l.Last).Take(l.Length).Last(IsNoted).Note) : null;
            for (int i = stretch.First; i < stretch.WrittenEnd; i++)
            {
                written.Add(new WrittenCall(calls[i], stretch.Loop is { } turns ? calls[i + turns.Length] : null, loop));
            }
        }

        return written;
    }

    /// <summary>What the first call of a loop of phases is for, and what its last call is for in the last turn.</summary>
    public (CallNote First, CallNote Last) Ends(Loop phases) =>
        (Plan.Phases[phases.First].Calls.First(IsNoted).Note, Plan.Phases[phases.End - 1].Calls.Last(IsNoted).Note);

    private static bool IsNoted(KernelCall call) => call.Note.Purpose != Purpose.Continued;

    private IEnumerable<Operand> Operands(int phase) => Plan.Phases[phase].Calls.SelectMany(c => c.Operands).Concat(Plan.Phases[phase].Once.SelectMany(Operands));

    /// <summary>What a routine is called with.</summary>
    public static IEnumerable<Operand> Operands(Routine routine) =>
        RoutineField.Of(routine.GetType()).Select(f => f.Operand(routine)).Where(o => o is not null).Select(o => o!.Value);

    private void Visit(int count, EquatableArray<Loop> loops, Func<int, IEnumerable<Operand>> operands)
    {
        foreach (Stretch stretch in Stretch.Of(count, loops))
        {
            for (int item = stretch.First; stretch.Loop is null && item < stretch.End; item++)
            {
                foreach (Operand operand in operands(item))
                {
                    Name(operand);
                }
            }

            Visit(stretch, operands);
        }
    }

    private void Visit(Stretch stretch, Func<int, IEnumerable<Operand>> operands)
    {
        for (int item = stretch.First; stretch.Loop is not null && item < stretch.WrittenEnd; item++)
        {
            Operand[] first = [.. operands(item)];
            long[] steps = new long[first.Length];
            foreach (Operand operand in first)
            {
                Name(operand);
            }

            for (int turn = 1; turn < stretch.Loop.Value.Turns; turn++)
            {
                int i = 0;
                foreach (Operand operand in operands(item + (turn * stretch.Loop.Value.Length)))
                {
                    if (operand.Kind == OperandKind.Buffer)
                    {
                        steps[i] = turn == 1 ? Plan.Buffers[operand.Index].Offset - Plan.Buffers[first[i].Index].Offset : steps[i];
                        Move(operand.Index, new Moved(first[i].Index, turn, steps[i]));
                    }

                    i++;
                }
            }
        }
    }

    private void Name(Operand operand)
    {
        if (operand.Kind == OperandKind.Buffer)
        {
            _named[operand.Index] = true;
        }
        else if (operand.Kind is OperandKind.Parameter or OperandKind.ParameterGradient)
        {
            Parameters.Add(operand.Index);
        }
    }

    private void Move(int buffer, Moved moved)
    {
        // What comes after it is named by it, and two that are named by each other would be none. No place that is an int is named by one that is a long.
        if (moved.Buffer >= buffer || (Plan.Buffers[moved.Buffer].Offset > int.MaxValue && Plan.Buffers[buffer].Offset <= int.MaxValue))
        {
            return;
        }

        if (!_moved.TryGetValue(buffer, out List<Moved>? all))
        {
            _moved.Add(buffer, all = []);
        }

        all.Add(moved);
    }
}
