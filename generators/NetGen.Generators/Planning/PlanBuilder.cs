using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Collects buffers and calls, then places the buffers: two whose lives do not meet may share memory.</summary>
/// <param name="training">
/// Whether this is a training step, where nearly all values live until the backward pass: there only buffers of the same layout share, so
/// that their borders stay zero. In a prediction any two may, and borders are cleared anew where they have to be.
/// </param>
internal sealed class PlanBuilder(bool training)
{
    /// <summary>What a chunk of images may take in floats, so that it stays in a core's second-level cache.</summary>
    public const long ChunkBudget = 384 * 1024;

    private readonly List<Draft> _drafts = [];
    private readonly List<(List<KernelCall> Calls, ShardRoutine[] Once, bool Forward, bool Backward)> _phases = [];
    private readonly List<EquatableArray<PhaseEndCall>> _ends = [];
    private readonly List<PhaseEndCall> _end = [];
    private readonly HashSet<int> _cuts = [];
    private readonly List<PackRoutine> _packs = [];
    private readonly List<BatchCall> _batchCalls = [];
    private readonly List<ShardRoutine> _reductions = [];
    private readonly List<KernelCall> _after = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private List<KernelCall> _calls = [];
    private bool _forward = true;
    private bool _backward;
    private int _time;
    private long _work;
    private int _repeats;
    private Repeat? _repeat;

    /// <summary>The images of a chunk of a training step, where they are chosen beforehand; otherwise as many as fit into the cache.</summary>
    public int? TrainingChunk { get; init; }

    /// <summary>Whether sums of a shard, and what is kept of images, take no memory where no call uses them.</summary>
    public bool LeavesUnusedOut { get; init; }

    /// <summary>Whether all calls of a prediction take the same images.</summary>
    public bool IsOneSegment { get; init; }

    /// <summary>Whether values share no memory where they fit into the cache without: threads that share calls then wait less for each other.</summary>
    public bool KeepsApart { get; init; }

    /// <summary>Adds a buffer of a chunk's images.</summary>
    /// <param name="layer">The layer's number.</param>
    /// <param name="label">What the generated code calls it.</param>
    /// <param name="role">What the buffer holds for it.</param>
    /// <param name="plane">How it lies.</param>
    /// <param name="suffix">What tells it from others in the same role.</param>
    public int AddPlane(int layer, string label, BufferRole role, Plane plane, string suffix = "")
    {
        DraftLayout key = plane.Contiguous ? new DraftLayout(plane.Image, 1, 1, 0, 0) : new DraftLayout(plane.H, plane.W, plane.Pitch, plane.HaloY, plane.HaloX);
        return Add(new Draft(Unique(NameOf(label, role, suffix)), ElementType.Float32, Region.Slot, layer, role, plane.Image, plane, key));
    }

    /// <summary>Adds a buffer of another region.</summary>
    /// <param name="layer">The layer's number.</param>
    /// <param name="label">What the generated code calls it.</param>
    /// <param name="role">What the buffer holds for it.</param>
    /// <param name="suffix">What tells it from others in the same role.</param>
    /// <param name="region">Where it lies.</param>
    /// <param name="size">Its floats.</param>
    public int Add(int layer, string label, BufferRole role, string suffix, Region region, long size) =>
        Add(new Draft(Unique(NameOf(label, role, suffix)), ElementType.Float32, region, layer, role, size, null, default));

    /// <summary>The thread's scratch, of so many floats at least.</summary>
    public Operand Work(long size)
    {
        _work = Math.Max(_work, size);
        return IR.Operand.Work;
    }

    public static Operand Operand(int buffer) => IR.Operand.Buffer(buffer);

    /// <summary>The memory that a buffer lies in.</summary>
    public Region RegionOf(Operand buffer) => _drafts[buffer.Index].Region;

    public void Call(KernelCall call)
    {
        // What the end of the phase reads may not change before it: the phase ends here.
        if (_end.Count > 0 && Written(call).Any(buffer => _end.Exists(e => e.Operands.Contains(buffer))))
        {
            Barrier([]);
        }

        // All calls of a part that repeats are at one time: what any of them uses lives through all turns.
        if (_repeat is null || !IsRepeating(_calls))
        {
            _time++;
        }

        call = call with { Repeat = _repeat };
        Use(call.Operands);
        if (call.StepsOfEach is { } steps)
        {
            Use(new[] { steps.Lengths });
        }

        _calls.Add(call);
    }

    /// <summary>What the operands lie in is in use at this time.</summary>
    private void Use(EquatableArray<Operand> operands)
    {
        foreach (Operand operand in operands)
        {
            if (operand.Kind == OperandKind.Buffer)
            {
                Draft draft = _drafts[operand.Index];
                draft.First = draft.First < 0 ? _time : draft.First;
                draft.Last = _time;
            }
        }
    }

    private static IEnumerable<Operand> Written(KernelCall call) =>
        call.Operands.Where((operand, i) => operand.Kind == OperandKind.Buffer && call.Kernel.Ports[i].Direction != PortDirection.Read);

    /// <summary>Adds a call over the whole batch at the end of the phase: what it reads stays until then.</summary>
    public void CallAtPhaseEnd(PhaseEndCall call) => _end.Add(call);

    /// <summary>The calls up to <see cref="EndRepeat"/> run several times, with operands that may step.</summary>
    public void StartRepeat(int turns) => _repeat = new Repeat(_repeats++, turns);

    /// <summary>The calls up to <see cref="EndRepeat"/> run for the steps of the longest sequence of a chunk but some.</summary>
    /// <param name="turns">How often at most.</param>
    /// <param name="longest">How often.</param>
    /// <param name="down">Whether from the last step on.</param>
    public void StartRepeat(int turns, StepCount longest, bool down) => _repeat = new Repeat(_repeats++, turns) { Longest = longest, Down = down };

    public void EndRepeat() => _repeat = null;

    private bool IsRepeating(List<KernelCall> calls) => calls.Count > 0 && calls[calls.Count - 1].Repeat == _repeat;

    /// <summary>Adds a call once the current op has added its own.</summary>
    public void After(KernelCall call) => _after.Add(call);

    public void Flush()
    {
        foreach (KernelCall call in _after)
        {
            Call(call);
        }

        _after.Clear();
    }

    public void Barrier(ShardRoutine[] once)
    {
        EndPhase(once);
        _calls = [];
        _forward = !_backward;
    }

    /// <summary>Ends the phase, at whose end no image waits for the others.</summary>
    public void Cut()
    {
        _cuts.Add(_phases.Count);
        Barrier([]);
    }

    private void EndPhase(ShardRoutine[] once)
    {
        if (_end.Count > 0)
        {
            _time++;
            _end.ForEach(call => Use(call.Operands));
        }

        _phases.Add((_calls, once, _forward, _backward));
        _ends.Add(_end.ToEquatableArray());
        _end.Clear();
    }

    public void StartBackward()
    {
        _backward = true;
        _forward = _calls.Count > 0;
    }

    public void Pack(PackRoutine call) => _packs.Add(call);

    public void CallOverBatch(BatchCall call) => _batchCalls.Add(call);

    public void Reduce(ShardRoutine call) => _reductions.Add(call);

    public Plan Build()
    {
        EndPhase([]);
        int[] slots = Enumerable.Range(0, _drafts.Count).Where(i => _drafts[i].Region == Region.Slot && _drafts[i].First >= 0).ToArray();
        List<CallTraffic> traffic = training ? [] : Traffic(slots);
        List<Segment> segments = traffic.Count > 0 ? _repeats > 0 || IsOneSegment ? [SegmentChoice.Single(traffic, _time, ChunkBudget)] : SegmentChoice.Choose(traffic, ChunkBudget) : [new Segment(_time, (training ? TrainingChunk : null) ?? FittingChunk(slots))];
        int chunk = segments.Max(s => s.Images);
        foreach (int slot in slots)
        {
            _drafts[slot].SetImages(segments, chunk);
        }

        long[] offsets = training ? PlaceAlike(slots, out long size) : PlaceShared(slots, out size);
        if (!training)
        {
            CutIntoSegments(segments);
            ClearBorders(slots, offsets);
        }

        PlacedBuffer[] placed = new PlacedBuffer[_drafts.Count];
        for (int i = 0; i < placed.Length; i++)
        {
            placed[i] = new PlacedBuffer(_drafts[i].Name, _drafts[i].Element, Region.Slot, _drafts[i].Layer, _drafts[i].Role, 0, 0, 0);
        }

        for (int i = 0; i < slots.Length; i++)
        {
            Draft draft = _drafts[slots[i]];
            placed[slots[i]] = placed[slots[i]] with { Start = offsets[i], Origin = draft.Plane!.Origin, Size = Align(draft.Size * draft.Images), Images = draft.Images };
        }

        if (!training)
        {
            ShareCalls(placed, segments, chunk);
        }

        HashSet<Operand> written = [];
        for (int i = 0; i < _phases.Count; i++)
        {
            _phases[i] = (_phases[i].Calls, _phases[i].Once.Select(WriteOrAdd).ToArray(), _phases[i].Forward, _phases[i].Backward);
        }

        long weights = PlaceInOrder(placed, Region.Weights);
        long shard = PlaceInOrder(placed, Region.Shard);
        long statistics = PlaceInOrder(placed, Region.Statistics);
        long batch = PlaceInOrder(placed, Region.Kept);
        return new Plan(
            placed,
            chunk,
            size,
            weights,
            shard,
            statistics,
            batch,
            (training ? RoutineShares.Of(_packs, r => r, r => r) : _packs).ToEquatableArray(),
            _phases.Select((p, i) => new Phase(p.Calls.ToEquatableArray(), p.Once, p.Forward, p.Backward, _ends[i]) { GoesOn = _cuts.Contains(i) }).ToEquatableArray(),
            _batchCalls.ToEquatableArray(),
            RoutineShares.Of(_reductions.GroupBy(r => r.Target).Select(g => g.Select(WriteOrAdd).ToEquatableArray()), g => g.Count == 1 ? g[0] : null, r => new[] { r }).ToEquatableArray(),
            slots.Sum(i => Align(_drafts[i].Size * _drafts[i].Images)))
        {
            Segments = training ? EquatableArray<int>.Empty : segments.Select(s => s.Images).ToEquatableArray(),
            WorkSize = Align(_work),
            ImagesTogether = _repeats > 0 ? 0 : TeamWork.ImagesTogether(traffic),
        };

        // Of the routines that share a gradient the first writes it.
        ShardRoutine WriteOrAdd(ShardRoutine routine) => routine.Target == IR.Operand.None || written.Add(routine.Target) ? routine : routine with { Adds = true };
    }

    /// <summary>As many images as fit into the cache with a place for each value.</summary>
    private int FittingChunk(int[] slots) => FittingChunk(slots.Sum(i => _drafts[i].Size));

    /// <summary>As many images of so many floats as fit into the cache.</summary>
    public static int FittingChunk(long image)
    {
        int chunk = 64;
        while (chunk > 1 && chunk * image > ChunkBudget)
        {
            chunk /= 2;
        }

        return chunk;
    }

    /// <summary>What the calls of a prediction move, in order; those of a part that repeats in all turns.</summary>
    private List<CallTraffic> Traffic(int[] slots)
    {
        long[] live = new long[_time + 1];
        long[] crossing = new long[_time + 1];
        foreach (Draft draft in slots.Select(i => _drafts[i]))
        {
            for (int time = draft.First; time <= draft.Last; time++)
            {
                live[time] += draft.Size;
                crossing[time] += time > draft.First ? draft.Size : 0;
            }
        }

        List<CallTraffic> traffic = [];
        int at = 0;
        Repeat? repeat = null;
        foreach (KernelCall call in _phases.SelectMany(p => p.Calls))
        {
            at += call.Repeat is null || call.Repeat != repeat ? 1 : 0;
            repeat = call.Repeat;
            traffic.Add(new CallTraffic(live[at], SizeIn(Region.Slot, call), WeightsOf(call) * (repeat?.Turns ?? 1), crossing[at]));
        }

        return traffic;
    }

    /// <summary>The packed weights that a call reads.</summary>
    private long WeightsOf(KernelCall call) => call.Kernel.ReadsAllWeights ? SizeIn(Region.Weights, call) : 0;

    /// <summary>Floats of the buffers in a region that a call is given.</summary>
    private long SizeIn(Region region, KernelCall call) => call.Operands.Where(o => o.Kind == OperandKind.Buffer && _drafts[o.Index].Region == region).Sum(o => _drafts[o.Index].Size);

    /// <summary>Numbers the calls' segments, and lets operands move that lie in memory for more images than their segment takes.</summary>
    private void CutIntoSegments(List<Segment> segments)
    {
        int number = 0;
        int at = 0;
        for (int phase = 0; phase < _phases.Count && segments.Count > 1; phase++)
        {
            List<KernelCall> calls = [];
            foreach (KernelCall call in _phases[phase].Calls)
            {
                number += at == segments[number].End ? 1 : 0;
                at++;
                int images = segments[number].Images;
                calls.Add(call with
                {
                    Segment = number,
                    Operands = call.Operands.Select(o => IsKeptFor(o, images) ? o with { ImageStep = _drafts[o.Index].Size } : o).ToEquatableArray(),
                });
            }

            _phases[phase] = (calls, _phases[phase].Once, _phases[phase].Forward, _phases[phase].Backward);
        }

        bool IsKeptFor(Operand operand, int images) =>
            operand.Kind == OperandKind.Buffer && _drafts[operand.Index].Region == Region.Slot && _drafts[operand.Index].Images > images;
    }

    /// <summary>Says of each call who makes it where several threads predict the same images; a prediction has one phase.</summary>
    private void ShareCalls(PlacedBuffer[] placed, List<Segment> segments, int chunk)
    {
        (List<KernelCall> calls, ShardRoutine[] once, bool forward, bool backward) = _phases.Single();
        _phases[0] = (TeamWork.Share(calls, placed, WeightsOf, segment => segments[segment].Images < chunk), once, forward, backward);
    }

    private static long Align(long size) => (size + 15) / 16 * 16;

    /// <summary>Buffers of the same layout take turns in one place.</summary>
    private long[] PlaceAlike(int[] slots, out long end)
    {
        Dictionary<DraftLayout, List<(long Offset, int Last)>> taken = [];
        long[] offsets = new long[slots.Length];
        end = 0;
        foreach (int i in Enumerable.Range(0, slots.Length).OrderBy(i => _drafts[slots[i]].First))
        {
            Draft draft = _drafts[slots[i]];
            if (!taken.TryGetValue(draft.Key, out List<(long Offset, int Last)>? places))
            {
                taken.Add(draft.Key, places = []);
            }

            int reuse = places.FindIndex(p => p.Last < draft.First);
            if (reuse >= 0)
            {
                offsets[i] = places[reuse].Offset;
                places[reuse] = (offsets[i], draft.Last);
            }
            else
            {
                offsets[i] = end;
                end += Align(draft.Size * draft.Images);
                places.Add((offsets[i], draft.Last));
            }
        }

        return offsets;
    }

    private long[] PlaceShared(int[] slots, out long end)
    {
        Life[] lives = slots.Select(i => new Life(Align(_drafts[i].Size * _drafts[i].Images), _drafts[i].Begin, _drafts[i].End)).ToArray();
        bool apart = KeepsApart && lives.Sum(life => life.Size) <= ChunkBudget;
        return SlotPlacement.Place(apart ? lives.Select(life => life with { First = 0, Last = _time }).ToArray() : lives, out end);
    }

    /// <summary>Clears the border of every buffer whose place also serves another layout, just before it is written.</summary>
    private void ClearBorders(int[] slots, long[] offsets)
    {
        Dictionary<int, List<int>> clearedAt = [];
        for (int i = 0; i < slots.Length; i++)
        {
            Draft draft = _drafts[slots[i]];
            if (!draft.Plane!.Contiguous && IsOverlaid(i))
            {
                if (!clearedAt.TryGetValue(draft.First, out List<int>? buffers))
                {
                    clearedAt.Add(draft.First, buffers = []);
                }

                buffers.Add(slots[i]);
            }
        }

        int time = 0;
        for (int phase = 0; phase < _phases.Count; phase++)
        {
            List<KernelCall> calls = [];
            foreach (KernelCall call in _phases[phase].Calls)
            {
                KernelCall next = call;
                bool starts = call.Repeat is null || calls.Count == 0 || calls[calls.Count - 1].Repeat != call.Repeat;
                foreach (int buffer in starts && clearedAt.TryGetValue(++time, out List<int>? buffers) ? buffers : [])
                {
                    Operand cleared = call.Operands.First(o => o.Kind == OperandKind.Buffer && o.Index == buffer) with { Step = 0 };
                    calls.Add(KernelCall.Of(new ClearBorderKernel(_drafts[buffer].Plane!), new[] { cleared }, next.Note, call.Condition) with { Segment = call.Segment });
                    next = call with { Note = CallNote.Continued };
                }

                calls.Add(next);
            }

            _phases[phase] = (calls, _phases[phase].Once, _phases[phase].Forward, _phases[phase].Backward);
        }

        bool IsOverlaid(int i)
        {
            Draft draft = _drafts[slots[i]];
            long end = offsets[i] + (draft.Size * draft.Images);
            for (int j = 0; j < slots.Length; j++)
            {
                Draft other = _drafts[slots[j]];
                if (offsets[j] < end && offsets[i] < offsets[j] + (other.Size * other.Images) && (offsets[i] != offsets[j] || draft.Key != other.Key))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private long PlaceInOrder(PlacedBuffer[] placed, Region region)
    {
        long end = 0;
        for (int i = 0; i < _drafts.Count; i++)
        {
            if (_drafts[i].Region == region && !(LeavesUnusedOut && region is Region.Shard or Region.Kept && _drafts[i].First < 0))
            {
                placed[i] = new PlacedBuffer(_drafts[i].Name, _drafts[i].Element, region, _drafts[i].Layer, _drafts[i].Role, end, 0, Align(_drafts[i].Size));
                end += Align(_drafts[i].Size);
            }
        }

        return end;
    }

    private int Add(Draft draft)
    {
        _drafts.Add(draft);
        return _drafts.Count - 1;
    }

    /// <summary>The layer's label with what the buffer holds; a value goes by the label alone.</summary>
    private static string NameOf(string label, BufferRole role, string suffix) => label + (role switch
    {
        BufferRole.Value => "",
        BufferRole.ValueAgain => "Again",
        BufferRole.GradientFrom => "GradientFrom",
        _ => role.ToString(),
    }) + suffix;

    private string Unique(string name)
    {
        if (PlanNames.IsTaken(name))
        {
            name += "_";
        }

        int seen = _names.TryGetValue(name, out int n) ? n + 1 : 1;
        _names[name] = seen;
        return seen == 1 ? name : $"{name}_{seen}";
    }
}
