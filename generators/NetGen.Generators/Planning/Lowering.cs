using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>The place for a gradient by an op's input.</summary>
/// <param name="Plane">Its layout.</param>
/// <param name="Operand">Where to write it.</param>
/// <param name="Condition">When it is needed at all; pass it on to the calls that compute it.</param>
internal readonly record struct GradientTarget(Plane Plane, Operand Operand, Condition Condition);

/// <summary>A part of a gradient that lies beside the other and is yet to be added to it.</summary>
/// <param name="Plane">Its layout.</param>
/// <param name="Operand">Where it is.</param>
/// <param name="Condition">When it is computed at all.</param>
internal readonly record struct GradientPart(Plane Plane, Operand Operand, Condition Condition);

/// <summary>
/// Turns a network into a plan for prediction or training. Ops ask it for planes and operands and add their calls; it owns what
/// spans ops: fusion, borders, the gradients that a value read twice sums, phases, and memory.
/// </summary>
internal sealed partial class Lowering
{
    /// <summary>Images of a shard of a batch of 64: a call sees no more, however many would fit.</summary>
    private const int MostImages = 8;

    private readonly ShapedGraph _graph;
    private readonly GradientGraph _gradients;
    private readonly LoweringChoice _choice;
    private readonly PlanLayout _layout;
    private readonly Dictionary<string, int> _parameters;
    private readonly EquatableArray<TaggedValue> _tags;
    private readonly Recomputation _recomputation;
    private readonly GradientCuts? _cuts;
    private readonly PlanBuilder _builder;
    private readonly int?[] _values;
    private readonly int?[] _gradientBuffers;
    private readonly HashSet<int> _gradientWritten = [];
    private readonly Dictionary<int, GradientPart> _parts = [];
    private readonly Dictionary<(int Node, BufferRole Role, string Suffix, Region Region), int> _kept = [];

    private Lowering(ShapedGraph graph, GradientGraph gradients, EquatableArray<TaggedValue> tags, Dictionary<string, int> parameters, PlanKind kind)
    {
        bool training = kind is PlanKind.Training or PlanKind.Explanation;
        _graph = graph;
        _gradients = gradients;
        _parameters = parameters;
        _tags = tags;
        Training = training;
        Explains = kind == PlanKind.Explanation;
        Steps = kind == PlanKind.Step ? StepFlow.Of(graph) : null;
        int? chunk = training && (Explains || !graph.Nodes.Any(n => n.Node.Spec is BatchNormSpec)) ? TrainingChunk.Of(graph, gradients, PlanBuilder.ChunkBudget) : null;
        _builder = new PlanBuilder(training) { TrainingChunk = chunk, LeavesUnusedOut = Explains, IsOneSegment = Steps is not null, KeepsApart = Steps is not null };
        _choice = new LoweringChoice(graph, training, chunk ?? 1, Explains);
        _layout = new PlanLayout(graph, gradients, _choice, training, Steps);
        _recomputation = new Recomputation(graph, gradients, _layout);
        KeepsBatch = kind == PlanKind.Training && (graph.Loss is null || graph.Nodes.Any(n => gradients.Live[n.Id] && !n.IsInput && _choice[n.Id].EndsPhases));
        _cuts = kind == PlanKind.Training && !KeepsBatch ? new GradientCuts(graph, gradients) : null;
        _values = new int?[graph.Nodes.Count];
        _gradientBuffers = new int?[graph.Nodes.Count];
        ImagesAtOnce = Math.Min(MostImages, chunk ?? PlanBuilder.FittingChunk(graph.Nodes.Where(n => gradients.Live[n.Id] && !_layout.IsAlias(n.Id)).Sum(n => 2L * n.Output.Size)));
    }

    /// <summary>
    /// Images that a call of a training step sees, as far as can be told before it is known what lies where: those whose values and gradients fit the cache.
    /// </summary>
    public int ImagesAtOnce { get; }

    /// <summary>Whether the values and gradients of all images of a batch are in memory at the end of a phase, because a training step has several.</summary>
    public bool KeepsBatch { get; }

    /// <summary>Whether other layers read the node's parameters, too.</summary>
    public bool SharesParameters(ShapedNode node) => _choice.SharesParameters(node);

    /// <summary>
    /// Whether ops compute their values again, for the way back (<see cref="Recomputation"/>): by the same kernels from the same packed weights and, where an op sums over the
    /// batch, from the sums that it has.
    /// </summary>
    public bool Recomputing { get; private set; }

    /// <summary>Whether gradients are planned; otherwise this is a prediction.</summary>
    public bool Training { get; }

    /// <summary>Whether they are gradients of outputs by tagged values alone: none by parameters.</summary>
    private bool Explains { get; }

    /// <summary>The plan of a network.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="gradients">How its gradients flow.</param>
    /// <param name="tags">The tags that can be asked for, by whose places they are numbered.</param>
    /// <param name="parameters">The places of the parameters by path.</param>
    /// <param name="kind">What to plan.</param>
    public static Plan Lower(ShapedGraph graph, GradientGraph gradients, EquatableArray<TaggedValue> tags, Dictionary<string, int> parameters, PlanKind kind)
    {
        Lowering lowering = new(graph, gradients, tags, parameters, kind);
        lowering.LowerForward();
        if (lowering.Training)
        {
            lowering.LowerBackward();
        }

        return lowering._builder.Build() with { StateSize = lowering.StateSize };
    }

    /// <summary>The layout of a node's value.</summary>
    public Plane Plane(int node) => _fromStart.TryGetValue(node, out var kept) ? kept.Plane : _layout.Value(node);

    /// <summary>The layout of the gradient by a node's value.</summary>
    public Plane GradientPlane(int node) => _layout.Gradient(node);

    /// <summary>The node's value, to read or to write.</summary>
    public Operand Value(int node)
    {
        if (_fromStart.TryGetValue(node, out var kept))
        {
            return kept.Place;
        }

        int owner = _layout.Owner(node);
        _values[owner] ??= _builder.AddPlane(owner, NameOf(owner), Recomputing ? BufferRole.ValueAgain : BufferRole.Value, Plane(owner));
        return PlanBuilder.Operand(_values[owner]!.Value);
    }

    /// <summary>The activation that the node applies to what it writes, or none.</summary>
    public Activation? ActivationOf(ShapedNode node) => _layout.ActivationOf(node.Id);

    /// <summary>The value that the node adds to what it writes, or none.</summary>
    public int? SummandOf(ShapedNode node) => _layout.SummandOf(node.Id);

    /// <summary>The depthwise convolution that the node's kernel computes as well, or none.</summary>
    public ShapedNode? DepthwiseOf(ShapedNode node) => _layout.DepthwiseOf(node.Id) is { } id ? _graph.Nodes[id] : null;

    /// <summary>Whether a value's only reader computes it.</summary>
    public bool IsJoined(int node) => _layout.IsJoined(_layout.Owner(node));

    /// <summary>Where one step is planned: the embedding of whose words the node, a recurrent layer, looks up what they add to its gates, or none.</summary>
    public ShapedNode? WordsOf(ShapedNode node) => _layout.WordsOf(node.Id) is { } id ? _graph.Nodes[id] : null;

    /// <summary>The norm that is folded into the node's weights, or none.</summary>
    public FoldedNorm? FoldedNorm(ShapedNode node) => _layout.FoldedNorm(node.Id) is { } id ? _choice[id].AsFoldedNorm(_graph.Nodes[id]) : null;

    /// <summary>Whether what sequences begin with is an input of the node like the steps behind it.</summary>
    public bool ReadsStart(ShapedNode node) => Steps?.Start is { } start && _layout.Owner(node.Node.Inputs[0]) == start;

    /// <summary>The values of one of the node's parameters, in PyTorch's layout.</summary>
    public Operand Parameter(ShapedNode node, string leaf) => Operand.Parameter(IndexOf(node, leaf));

    /// <summary>The gradient of one of the node's parameters, in PyTorch's layout: the target of a reduction or of a call over the batch.</summary>
    public Operand ParameterGradient(ShapedNode node, string leaf) => Operand.ParameterGradient(IndexOf(node, leaf));

    /// <summary>Packed weights of the node; asked for again in the same role, the same.</summary>
    public Operand Weights(ShapedNode node, BufferRole role, long size, string suffix = "") => Kept(node, role, suffix, Region.Weights, size);

    /// <summary>A shard's sums for the node; asked for again in the same role, the same.</summary>
    public Operand Shard(ShapedNode node, BufferRole role, long size, string suffix = "") => Kept(node, role, suffix, Region.Shard, size);

    /// <summary>Statistics of the node over the batch; asked for again in the same role, the same.</summary>
    public Operand Statistics(ShapedNode node, BufferRole role, long size, string suffix = "") => Kept(node, role, suffix, Region.Statistics, size);

    /// <summary>What the node keeps of every image until the whole batch is through; asked for again in the same role, the same.</summary>
    public Operand Batch(ShapedNode node, BufferRole role, long size, string suffix = "") => Kept(node, role, suffix, Region.Kept, size);

    /// <summary>A further buffer of a chunk's images.</summary>
    public Operand Scratch(ShapedNode node, BufferRole role, Plane plane) => PlanBuilder.Operand(_builder.AddPlane(node.Id, node.Node.Label, role, plane));

    /// <summary>The thread's scratch, of so many floats at least.</summary>
    public Operand Work(long size) => _builder.Work(size);

    /// <summary>A buffer of a chunk's images that goes from one of the node's calls to another; asked for again in the same role, the same.</summary>
    public Operand Saved(ShapedNode node, BufferRole role, Plane plane)
    {
        if (!_kept.TryGetValue((node.Id, role, "", Region.Slot), out int buffer))
        {
            _kept.Add((node.Id, role, "", Region.Slot), buffer = _builder.AddPlane(node.Id, node.Node.Label, role, plane));
        }

        return PlanBuilder.Operand(buffer);
    }

    /// <summary>Adds a call of a routine that fills packed weights from parameters.</summary>
    public void Pack(PackRoutine routine)
    {
        // What computes a value again reads what the forward pass did.
        if (!Recomputing)
        {
            _builder.Pack(routine);
        }
    }

    /// <summary>Adds a call of a routine that sums the shards into a parameter's gradient.</summary>
    public void Reduce(ShardRoutine routine)
    {
        if (!Explains)
        {
            _builder.Reduce(routine);
        }
    }

    /// <summary>Adds a kernel call that every step needs.</summary>
    public void Call(Kernel kernel, CallNote note, params Operand[] operands) =>
        Add(KernelCall.Of(kernel, operands, Recomputing && note.Purpose != Purpose.Continued ? note with { Again = true } : note, Condition.Always));

    /// <summary>Adds a kernel call that computes the gradient by an input.</summary>
    public void Call(GradientTarget target, Kernel kernel, CallNote note, params Operand[] operands) =>
        Add(KernelCall.Of(kernel, operands, note, target.Condition));

    /// <summary>Adds a kernel call that makes the gradient by the node the one by its input, in the same place.</summary>
    public void CallInPlace(ShapedNode node, Kernel kernel, CallNote note, params Operand[] operands) =>
        Add(KernelCall.Of(kernel, operands, note, WhenWanted(node.Node.Inputs[0])));

    /// <summary>Adds a kernel call over the whole batch, in items, once all images are through.</summary>
    public void CallOverBatch(Kernel kernel, int items, CallNote note, params Operand[] operands)
    {
        if (!Explains)
        {
            _builder.CallOverBatch(new BatchCall(kernel.Body, operands, items, note) { Sizes = kernel.Sizes });
        }
    }

    /// <summary>Adds a kernel call over the whole batch, in parts, when all images are through the phase; only where <see cref="KeepsBatch"/>.</summary>
    public void CallAtPhaseEnd(Kernel kernel, params Operand[] operands) => _builder.CallAtPhaseEnd(new PhaseEndCall(kernel, operands));

    /// <summary>
    /// Adds a kernel call that computes the gradient by the node's bias. A batch norm takes the mean off again, so a bias before one
    /// changes nothing and its gradient is exactly zero, unless the norm's statistics are frozen.
    /// </summary>
    public void CallForBias(ShapedNode node, Kernel kernel, CallNote note, params Operand[] operands) =>
        Add(KernelCall.Of(kernel, operands, note, MeanIsTakenOff(node.Id) ? Condition.BatchNormFrozen : Condition.Always));

    /// <summary>Adds a call unless nobody needs it: where predictions are explained, one that computes gradients by parameters alone, or by a value that leads to no tag.</summary>
    private void Add(KernelCall call)
    {
        if (call.Condition != Condition.Never && !(Explains && ServesParametersAlone(call)))
        {
            _builder.Call(_when != Condition.Always && call.Condition == Condition.Always ? call with { Condition = _when } : call);
        }
    }

    /// <summary>When the gradient by a value is needed at all: behind no parameters, where the caller wants the one by the inputs.</summary>
    private Condition WhenWanted(int value) =>
        _gradients.NeedsGradient[value] ? Condition.Always : Explains ? Condition.Never : Condition.WantsInputGradients;

    private bool MeanIsTakenOff(int id)
    {
        int live = _gradients.ReadBy[id].Where(r => _gradients.Live[r]).DefaultIfEmpty(-1).First();
        if (_gradients.Readers[id] != 1 || live < 0)
        {
            return false;
        }

        ShapedNode reader = _graph.Nodes[live];
        OpLowering op = _choice[reader.Id];
        return op.TakesOffMean || (op.PassesGradient && MeanIsTakenOff(reader.Id));
    }

    /// <summary>Ends the phase: what follows begins when every image is through, and after the given calls have run once.</summary>
    public void Barrier(params ShardRoutine[] once) => _builder.Barrier(once);

    private Operand Kept(ShapedNode node, BufferRole role, string suffix, Region region, long size)
    {
        if (!_kept.TryGetValue((node.Id, role, suffix, region), out int buffer))
        {
            _kept.Add((node.Id, role, suffix, region), buffer = _builder.Add(node.Id, node.Node.Label, role, suffix, region, size));
        }

        return PlanBuilder.Operand(buffer);
    }

    private void LowerBackward()
    {
        if (!Explains && _graph.Loss is { } loss)
        {
            foreach (ShapedNode each in _graph.Heads.Select(h => h.Loss).Prepend(loss))
            {
                _choice.Choose(each).Forward(this, each);
                _builder.Flush();
            }

            _builder.StartBackward();
        }
        else
        {
            if (!Explains)
            {
                _builder.Barrier([]);
            }

            _builder.StartBackward();
            EnterOutputGradients();
        }

        for (int id = _graph.Nodes.Count - 1; id >= 0; id--)
        {
            ShapedNode node = _graph.Nodes[id];
            if (!_gradients.Live[id] || node.IsInput)
            {
                continue;
            }

            Recompute(node);
            AddPart(node);
            ClearUnwritten(node);
            LeaveTagGradients(id);
            OpLowering op = _choice[id];
            if (IsMaskedByProducer(node) || (Explains && !node.GradientInputs.Any(i => _gradients.NeedsGradient[i])))
            {
                continue;
            }

            if (op.IsIdentity(node, training: true))
            {
                if (Target(node, 0) is { } target)
                {
                    Call(target, new CopyKernel(GradientPlane(id), target.Plane), node.For(Purpose.InputGradient), Gradient(id), target.Operand);
                }
            }
            else
            {
                op.Backward(this, node);
            }

            _builder.Flush();
            if (_cuts?.IsAfter(node) == true)
            {
                _builder.Cut();
            }
        }

        foreach (ShapedNode input in _graph.Inputs)
        {
            AddPart(input);
            ClearUnwritten(input);
            LeaveTagGradients(input.Id);
            if (Explains)
            {
                continue;
            }

            (long offset, int sample) = PlaceInSample(input);
            _builder.Call(KernelCall.Of(Exchange.Leave(input.Output, GradientPlane(input.Id), sample), new[] { Gradient(input.Id), Operand.InputGradients(offset) }, input.For(Purpose.LeaveGradient), Condition.WantsInputGradients));
        }
    }

    /// <summary>Where the way back meets the last layer of a block that keeps no values: computes them again.</summary>
    private void Recompute(ShapedNode node)
    {
        // An explanation has no batch in memory: it keeps what it needs.
        IReadOnlyList<int> again = Explains ? [] : _recomputation.EndingAt(node.Id);
        if (again.Count == 0)
        {
            return;
        }

        HashSet<int> nodes = [.. again];
        foreach ((int Node, BufferRole Role, string Suffix, Region Region) saved in _kept.Keys.Where(k => k.Region == Region.Slot && nodes.Contains(k.Node)).ToList())
        {
            _kept.Remove(saved);
        }

        foreach (int id in again)
        {
            _values[id] = null;
        }

        Recomputing = true;
        foreach (int id in again)
        {
            _choice[id].Forward(this, _graph.Nodes[id]);
            _builder.Flush();
        }

        Recomputing = false;
    }

    private int IndexOf(ShapedNode node, string leaf)
    {
        string path = $"{node.Node.Owner}.{(leaf == "weight" ? node.Node.WeightLeaf : leaf)}";
        return _parameters.TryGetValue(path, out int index) ? index : throw new InvalidOperationException($"No parameter \"{path}\".");
    }

    private string NameOf(int node) => _graph.Nodes[node].Node.Label;
}
