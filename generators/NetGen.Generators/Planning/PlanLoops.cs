using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Finds what repeats in a finished plan: calls of a phase and at the ends of phases, phases, packs and reductions. Calls are alike where they are the same but for the layers they serve and their
/// addresses, and layers where they are declared the same way and their paths differ in numbers alone.
/// </summary>
internal sealed class PlanLoops
{
    private static readonly int s_regions = Enum.GetValues(typeof(Region)).Length;

    private readonly Plan _plan;
    private readonly EquatableArray<ModelParameter> _parameters;
    private readonly Dictionary<int, string> _paths = [];
    private readonly Dictionary<int, int> _layers = [];
    private readonly Dictionary<object, int> _kinds = [];

    private PlanLoops(Plan plan, EquatableArray<LayerRow> layers, EquatableArray<ModelParameter> parameters)
    {
        _plan = plan;
        _parameters = parameters;
        foreach (LayerRow layer in layers)
        {
            _paths.Add(layer.Id, layer.Name);
            _layers.Add(layer.Id, Kind(layer with { Id = 0, Name = WithoutNumbers(layer.Name), Label = "", Owner = layer.Owner is null ? null : "" }));
        }
    }

    /// <summary>The plan with its loops.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="layers">The model's layers.</param>
    /// <param name="parameters">The model's parameters.</param>
    public static Plan Mark(Plan plan, EquatableArray<LayerRow> layers, EquatableArray<ModelParameter> parameters) => new PlanLoops(plan, layers, parameters).Mark();

    private Plan Mark()
    {
        LoopItem[][] calls = _plan.Phases.Select(p => p.Calls.Select(Item).ToArray()).ToArray();
        EquatableArray<Loop> phases = LoopFinder.Find(_plan.Phases.Select((p, i) => Item(p, calls[i])).ToArray());
        return _plan with
        {
            PhaseLoops = phases,
            Phases = _plan.Phases.Select((p, i) => phases.Any(l => l.First <= i && i < l.End) ? p : p with { Loops = LoopFinder.Find(calls[i]) }).ToEquatableArray(),
            PhaseEndLoops = LoopFinder.Find(_plan.PhaseEndCalls.Select(Item).ToArray()),
            PackLoops = LoopFinder.Find(_plan.Packs.Select(p => Item([p])).ToArray()),
            ReductionLoops = LoopFinder.Find(_plan.Reductions.Select(r => Item(r)).ToArray()),
        };
    }

    private LoopItem Item(KernelCall call)
    {
        // The loop of a part that is planned to repeat is within no other, and what may end the prediction is no turn of one.
        if (call.Repeat is not null || call.Ends)
        {
            return new LoopItem(-1, [], "");
        }

        bool goesOn = call.Note.Purpose == Purpose.Continued;
        CallNote note = goesOn ? call.Note : Alike(call.Note);
        Operand[] operands = new Operand[call.Operands.Count];
        List<long> addresses = [];
        for (int i = 0; i < operands.Length; i++)
        {
            operands[i] = WithoutAddress(call.Operands[i], addresses);
        }

        return new LoopItem(Kind(call with { Operands = operands, Note = note }), addresses.ToArray(), goesOn ? "" : _paths[call.Note.Layer]);
    }

    private LoopItem Item(PhaseEndCall call)
    {
        List<long> addresses = [];
        Operand[] operands = call.Operands.Select(o => WithoutAddress(o, addresses)).ToArray();
        PlacedBuffer? buffer = call.Operands.Where(o => o.Kind == OperandKind.Buffer).Select(o => _plan.Buffers[o.Index]).LastOrDefault();
        return new LoopItem(Kind(call with { Operands = operands }), addresses.ToArray(), buffer is null ? "-" : _paths[buffer.Layer]);
    }

    private LoopItem Item(Phase phase, LoopItem[] calls)
    {
        if (calls.Any(c => c.Kind < 0))
        {
            return new LoopItem(-1, [], "");
        }

        LoopItem once = Item(phase.Once);
        int kind = Kind(new Parts([phase.Forward, phase.Backward, phase.GoesOn, once.Kind, .. calls.Select(c => (object)c.Kind)]));
        return new LoopItem(kind, [.. calls.SelectMany(c => c.Addresses), .. once.Addresses], calls.Select(c => c.Path).FirstOrDefault() ?? "");
    }

    private LoopItem Item(IEnumerable<Routine> routines)
    {
        List<object?> parts = [];
        List<long> addresses = [];
        string path = "";
        foreach (Routine routine in routines)
        {
            parts.Add(routine.GetType());
            parts.Add(routine is ShardRoutine { Adds: true });
            parts.Add(routine.Share);
            foreach (RoutineField field in RoutineField.Of(routine.GetType()))
            {
                Operand? operand = field.Operand(routine);
                parts.Add(operand is { } place ? WithoutAddress(place, addresses) : field.Value(routine));
                if (path.Length == 0 && operand is { Kind: OperandKind.Parameter or OperandKind.ParameterGradient } parameter)
                {
                    path = _parameters[parameter.Index].Path;
                }
            }
        }

        return new LoopItem(Kind(new Parts(parts.ToArray())), addresses.ToArray(), path.Length > 0 ? path : "-");
    }

    /// <summary>What an operand is but for its address, which joins the others.</summary>
    private Operand WithoutAddress(Operand operand, List<long> addresses)
    {
        switch (operand.Kind)
        {
            case OperandKind.Buffer:
                PlacedBuffer buffer = _plan.Buffers[operand.Index];
                addresses.Add(buffer.Offset);
                return operand with { Value = ((int)buffer.Role * s_regions) + (int)buffer.Region };
            case OperandKind.Parameter or OperandKind.ParameterGradient or OperandKind.Noise:
                addresses.Add(operand.Value);
                return operand with { Value = 0 };
            default:
                return operand;
        }
    }

    private CallNote Alike(CallNote note) => note with
    {
        Layer = Alike(note.Layer),
        Folded = Alike(note.Folded),
        Summand = Alike(note.Summand),
        Before = note.Before is { } before ? Alike(before) : null,
    };

    /// <summary>What all layers have that are declared like one; -1 for none.</summary>
    private int Alike(int layer) => layer < 0 ? -1 : _layers[layer];

    private int Kind(object alike)
    {
        if (!_kinds.TryGetValue(alike, out int kind))
        {
            _kinds.Add(alike, kind = _kinds.Count);
        }

        return kind;
    }

    private static string WithoutNumbers(string path) => new(path.Where(c => !char.IsDigit(c)).ToArray());

    /// <summary>What two items have in common that are of one kind.</summary>
    private sealed class Parts(object?[] parts) : IEquatable<Parts>
    {
        private readonly object?[] _parts = parts;

        public bool Equals(Parts? other) => other is not null && _parts.SequenceEqual(other._parts);

        public override bool Equals(object? obj) => Equals(obj as Parts);

        public override int GetHashCode() => _parts.Aggregate(_parts.Length, (hash, part) => unchecked((hash * 31) + (part?.GetHashCode() ?? 0)));
    }
}
