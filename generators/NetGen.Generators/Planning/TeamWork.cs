using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Several threads that predict the same images: which calls they share, and before which calls they wait for each other. They have to where a call touches
/// what other threads have written since they last met, or writes what others may still be at.
/// </summary>
internal sealed class TeamWork
{
    /// <summary>Multiplications for an image that are worth the waking of threads, among those that can be shared.</summary>
    private const long LeastOfAll = 4 * 1024 * 1024;

    /// <summary>
    /// Values that are read and written in the time that a weight is read from memory: threads that share a layer take values from each other's caches, and wait for each other. Measured on
    /// two Emerald Rapids cores: AlexNet, with 21 weights for a value, takes 0.84 of the time together with eight images, VGG-16, with 5, 0.91 with four; ResNet-18, with 3, gains with two and
    /// loses with four.
    /// </summary>
    private const double ValuesForWeight = 2.5;

    /// <summary>Weights that stay in the last-level cache, 16 MiB of them.</summary>
    private const long CachedWeights = 4 * 1024 * 1024;

    /// <summary>
    /// Values for a weight from there, measured on two Zen 5 cores: a step of an LSTM of 256 units, with 110 weights for a value, takes 0.8 of the time together with four sequences, and 1.25 times with 16.
    /// </summary>
    private const double CachedValuesForWeight = 30;

    /// <summary>
    /// Weights that are worth it, among those of calls that can be shared: twice the second-level cache of a Zen 4 or Zen 5 core. Where they come from beyond it for each image, two cores have twice
    /// the cache and twice the way to it. Measured on two Zen 5 cores: a step of an LSTM of 256 units (512 Ki weights) takes 0.55 of the time together, LeNet-5 (421 Ki) 1.17 times.
    /// </summary>
    private const long LeastWeights = 512 * 1024;

    /// <summary>What sequences carry from step to step, taken for one.</summary>
    private static readonly PlacedBuffer s_states = new("states", ElementType.Float32, Region.Slot, 0, BufferRole.States, long.MaxValue / 2, 0, 1);

    private readonly PlacedBuffer[] _buffers;
    private readonly List<Access> _accesses = [];

    private TeamWork(PlacedBuffer[] buffers) => _buffers = buffers;

    /// <summary>
    /// Images for each thread up to which threads read less when they go through the same images together: each then reads some of the weights for all images, instead of all weights for its own.
    /// </summary>
    /// <param name="traffic">What a prediction's calls move.</param>
    public static int ImagesTogether(IReadOnlyList<CallTraffic> traffic)
    {
        long weights = traffic.Sum(c => c.Weights);
        return (int)(weights / Math.Max(1, (weights <= CachedWeights ? CachedValuesForWeight : ValuesForWeight) * traffic.Sum(c => c.Touched)));
    }

    /// <summary>The calls of a prediction, each with who makes it.</summary>
    /// <param name="calls">The calls in order.</param>
    /// <param name="buffers">Where buffers lie.</param>
    /// <param name="weights">The weights that a call reads.</param>
    /// <param name="turns">Whether a segment takes some of the chunk's images at a time.</param>
    public static List<KernelCall> Share(IReadOnlyList<KernelCall> calls, PlacedBuffer[] buffers, Func<KernelCall, long> weights, Func<int, bool> turns)
    {
        TeamWork work = new(buffers);
        List<KernelCall> shareable = [.. calls.Where(work.CanShare)];
        return shareable.Sum(c => c.Effort) < LeastOfAll && shareable.Sum(weights) < LeastWeights ? [.. calls] : work.Share(calls, turns);
    }

    private List<KernelCall> Share(IReadOnlyList<KernelCall> calls, Func<int, bool> turns)
    {
        List<KernelCall> shared = [];
        for (int i = 0; i < calls.Count; i++)
        {
            Team team = CanShare(calls[i]) ? Team.All : Team.First;
            List<Access> own = Accesses(calls[i], team);

            // A segment's first call comes after its last one, too. A part that repeats is one thread's from its first call on.
            bool enters = turns(calls[i].Segment) && (i == 0 || calls[i - 1].Segment != calls[i].Segment);
            bool repeats = calls[i].Repeat is not null && (i == 0 || calls[i - 1].Repeat != calls[i].Repeat);
            bool waits = enters || repeats || _accesses.Exists(before => own.Exists(a => a.MeetsOthers(before)));
            if (waits)
            {
                _accesses.Clear();
            }

            // Where a call ends the prediction, nothing comes after it; where it does not, it is not made.
            if (!calls[i].Ends)
            {
                _accesses.AddRange(own);
            }

            shared.Add(calls[i] with { Team = team, Waits = waits });
        }

        return shared;
    }

    /// <summary>
    /// Whether parts of a call can be made at the same time: none reads what another writes. What the start of sequences alone has is one thread's: all steps would wait where threads meet in it.
    /// </summary>
    private bool CanShare(KernelCall call)
    {
        List<Access> own = Accesses(call, Team.All);
        return call.Kernel.IsShareable && call.IsWorthSharing && call.Repeat is null
            && (call.Condition == Condition.Always || call.Condition == Lowering.BehindStart)
            && (call.Kernel.ReadsOwnPlaces || !own.Exists(a => own.Exists(b => a.Writes && !b.Writes && a.Meets(b))));
    }

    private List<Access> Accesses(KernelCall call, Team team)
    {
        List<Access> accesses = [];
        for (int i = 0; i < call.Operands.Count; i++)
        {
            Operand operand = call.Operands[i];
            PlacedBuffer? buffer = operand.Kind switch
            {
                OperandKind.Buffer when _buffers[operand.Index].Region == Region.Slot => _buffers[operand.Index],
                OperandKind.State => s_states,
                _ => null,
            };
            if (buffer is not null)
            {
                accesses.Add(new Access(buffer, call.Kernel.Ports[i].Direction != PortDirection.Read, call.Kernel is ClearBorderKernel, team));
            }
        }

        return accesses;
    }

    /// <summary>What a call does with a buffer.</summary>
    /// <param name="Buffer">The buffer.</param>
    /// <param name="Writes">Whether it writes to it.</param>
    /// <param name="Border">Whether it is at the border alone, where no other kernel writes.</param>
    /// <param name="Team">Who makes the call.</param>
    private readonly record struct Access(PlacedBuffer Buffer, bool Writes, bool Border, Team Team)
    {
        public bool Meets(Access other) => Buffer.Start < other.Buffer.End && other.Buffer.Start < Buffer.End;

        /// <summary>Whether it needs what another thread may be at, or the other way around.</summary>
        public bool MeetsOthers(Access other) =>
            (Team == Team.All || other.Team == Team.All) && (Writes || other.Writes) && Meets(other)
            && !(Border != other.Border && Writes && other.Writes && ReferenceEquals(Buffer, other.Buffer));
    }
}
