namespace NetGen.Generators.Planning;

/// <summary>Collects buffers and calls, then places the buffers: two values of the same layout share memory where their lives do not meet.</summary>
internal sealed class PlanBuilder
{
    /// <summary>What a chunk of images may take in floats, so that it stays in a core's second-level cache.</summary>
    private const long ChunkBudget = 384 * 1024;

    private readonly List<Draft> _drafts = [];
    private readonly List<(List<KernelCall> Calls, RuntimeCall[] Once, bool Backward)> _phases = [];
    private readonly List<RuntimeCall> _packs = [];
    private readonly List<BatchCall> _batchCalls = [];
    private readonly List<RuntimeCall> _reductions = [];
    private readonly List<KernelCall> _after = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private List<KernelCall> _calls = [];
    private bool _backward;
    private int _time;

    public int AddPlane(string name, Plane plane, string note)
    {
        string key = plane.Contiguous ? $"flat {plane.Image}" : $"{plane.H} {plane.W} {plane.Pitch} {plane.HaloY} {plane.HaloX}";
        return Add(new Draft(Unique(name), Region.Slot, plane.Image, plane.Origin, key, note));
    }

    public int Add(string name, Region region, long size, string note) => Add(new Draft(Unique(name), region, size, 0, "", note));

    public Operand Operand(int buffer) => new(_drafts[buffer].Region, buffer, "");

    public void Call(KernelCall call)
    {
        _time++;
        foreach (Operand operand in call.Operands)
        {
            if (operand.Region == Region.Slot)
            {
                Draft draft = _drafts[operand.Buffer];
                draft.First = draft.First < 0 ? _time : draft.First;
                draft.Last = _time;
            }
        }

        _calls.Add(call);
    }

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

    public void Barrier(RuntimeCall[] once)
    {
        _phases.Add((_calls, once, _backward));
        _calls = [];
    }

    public void StartBackward() => _backward = true;

    public void Pack(RuntimeCall call) => _packs.Add(call);

    public void CallOverBatch(BatchCall call) => _batchCalls.Add(call);

    public void Reduce(RuntimeCall call) => _reductions.Add(call);

    public Plan Build()
    {
        _phases.Add((_calls, [], _backward));
        long perImage = _drafts.Where(d => d.Region == Region.Slot).Sum(d => d.Size);
        int chunk = 64;
        while (chunk > 1 && chunk * perImage > ChunkBudget)
        {
            chunk /= 2;
        }

        PlacedBuffer[] placed = new PlacedBuffer[_drafts.Count];
        long slot = PlaceSlot(placed, chunk);
        long weights = PlaceInOrder(placed, Region.Weights);
        long lane = PlaceInOrder(placed, Region.Lane);
        long statistics = PlaceInOrder(placed, Region.Statistics);
        long batch = PlaceInOrder(placed, Region.Batch);
        return new Plan(
            placed,
            chunk,
            slot,
            weights,
            lane,
            statistics,
            batch,
            _packs.ToEquatableArray(),
            _phases.Select(p => new Phase(p.Calls.ToEquatableArray(), p.Once, p.Backward)).ToEquatableArray(),
            _batchCalls.ToEquatableArray(),
            _reductions.ToEquatableArray(),
            perImage * chunk);
    }

    private static long Align(long size) => (size + 15) / 16 * 16;

    private long PlaceSlot(PlacedBuffer[] placed, int chunk)
    {
        Dictionary<string, List<(long Offset, int Last)>> free = new(StringComparer.Ordinal);
        long end = 0;
        foreach (int index in Enumerable.Range(0, _drafts.Count).Where(i => _drafts[i].Region == Region.Slot).OrderBy(i => _drafts[i].First))
        {
            Draft draft = _drafts[index];
            if (!free.TryGetValue(draft.Key, out List<(long Offset, int Last)>? places))
            {
                free.Add(draft.Key, places = []);
            }

            int reuse = places.FindIndex(p => p.Last < draft.First);
            long offset;
            if (reuse >= 0)
            {
                offset = places[reuse].Offset;
                places[reuse] = (offset, draft.Last);
            }
            else
            {
                offset = end;
                end += Align(draft.Size * chunk);
                places.Add((offset, draft.Last));
            }

            placed[index] = new PlacedBuffer(draft.Name, draft.Region, offset + draft.Origin, draft.Note);
        }

        return end;
    }

    private long PlaceInOrder(PlacedBuffer[] placed, Region region)
    {
        long end = 0;
        for (int i = 0; i < _drafts.Count; i++)
        {
            if (_drafts[i].Region == region)
            {
                placed[i] = new PlacedBuffer(_drafts[i].Name, region, end, _drafts[i].Note);
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

    private string Unique(string name)
    {
        int seen = _names.TryGetValue(name, out int n) ? n + 1 : 1;
        _names[name] = seen;
        return seen == 1 ? name : $"{name}_{seen}";
    }

    private sealed class Draft(string name, Region region, long size, int origin, string key, string note)
    {
        public string Name => name;

        public Region Region => region;

        public long Size => size;

        public int Origin => origin;

        public string Key => key;

        public string Note => note;

        public int First { get; set; } = -1;

        public int Last { get; set; } = -1;
    }
}
