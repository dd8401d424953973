namespace NetGen.Generators.Graph;

/// <summary>The network while it grows. It knows the shapes so far, as blocks depend on them.</summary>
internal sealed class GraphWriter
{
    /// <summary>The layers a network may have. Blocks that repeat blocks could otherwise keep the compiler busy for hours.</summary>
    public const int Most = 50_000;

    private readonly List<Node> _nodes = [];
    private readonly List<HeadOutput> _heads = [];
    private HeadOutput? _openHead;
    private readonly List<Shape?> _shapes = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The node whose value the next layer reads.</summary>
    public int Current { get; set; } = -1;

    public Node? Loss { get; private set; }

    public IReadOnlyList<HeadOutput> Heads => _heads;

    /// <summary>The current value's shape, or null after a node that does not fit.</summary>
    public Shape? CurrentShape => _shapes[Current];

    /// <summary>What did not fit, for when the graph cannot be finished without it. Otherwise shape inference finds it again.</summary>
    public List<Problem> ShapeProblems { get; } = [];

    /// <summary>Whether the network cannot be finished: a block needed a shape that is not known, or an argument has no value.</summary>
    public bool Stopped { get; private set; }

    public void Stop() => Stopped = true;

    public void Add(string op, Spec spec, EquatableArray<int> inputs, LayerName name, string title, int layer, string block)
    {
        Node node = new(_nodes.Count, op, spec, inputs, name.Path, name.Label, title, layer) { Block = block };
        bool known = ShapeProblems.Count == 0 && inputs.All(i => _shapes[i] is not null);
        _nodes.Add(node);
        _shapes.Add(known ? ShapeInference.Infer(node, i => _shapes[i]!.Value, ShapeProblems)?.Output : null);
        Current = node.Id;
    }

    public void AddLoss(string op, Spec spec, LayerName name, string title, int layer) =>
        Loss = new Node(_nodes.Count, op, spec, new[] { Current }, name.Path, name.Label, title, layer);

    public void AddHead(HeadOutput head)
    {
        _heads.Add(head);
        _openHead = head;
    }

    /// <summary>The output that was added just before, if any, which from now on takes no loss.</summary>
    public HeadOutput? CloseHead()
    {
        HeadOutput? head = _openHead;
        _openHead = null;
        return head;
    }

    public ModelGraph ToGraph(IEnumerable<Tagged> tags) => new(
        _nodes.ToEquatableArray(),
        Current,
        Loss,
        Loss is { } main ? _heads.Select((head, i) => head.ToHead(_nodes.Count + 1 + i, main)).ToEquatableArray() : EquatableArray<Head>.Empty,
        tags.Select(t => new TaggedValue(t.Name, t.Value)).ToEquatableArray());
}
