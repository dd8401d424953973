using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Shapes;

namespace NetGen.Generators.Graph;

/// <summary>The network while it grows. It knows the shapes so far, as blocks depend on them.</summary>
internal sealed class GraphWriter
{
    /// <summary>The layers a network may have. Blocks that repeat blocks could otherwise keep the compiler busy for hours.</summary>
    public const int Most = 50_000;

    private readonly List<Node> _nodes = [];
    private readonly List<HeadOutput> _heads = [];
    private HeadOutput? _openHead;
    private readonly List<ShapedNode?> _shaped = [];
    private readonly List<Shape?> _outputs = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The node whose value the next layer reads.</summary>
    public int Current { get; set; } = -1;

    public Node? Loss { get; private set; }

    public IReadOnlyList<HeadOutput> Heads => _heads;

    /// <summary>The current value's shape, or null after a node that does not fit.</summary>
    public Shape? CurrentShape => _outputs[Current];

    /// <summary>Whether the last node fits and has no parameters.</summary>
    public bool HasNoParameters => _shaped[_shaped.Count - 1] is { Parameters.Count: 0 };

    /// <summary>What did not fit. Layers behind such a one are checked as far as that needs no shape.</summary>
    public List<Problem> ShapeProblems { get; } = [];

    /// <summary>Whether the network cannot be finished: a block refused its input, or an argument has no value.</summary>
    public bool Stopped { get; private set; }

    public void Stop() => Stopped = true;

    public void Add(string op, Spec spec, EquatableArray<int> inputs, LayerName name, string title, int layer, string block, int? recomputed)
    {
        Node node = new(_nodes.Count, op, spec, inputs, name.Path, name.Label, title, layer) { Block = block, Owner = name.Owner, Recomputed = recomputed };
        (ShapedNode? shaped, Shape? output) = Infer(node);
        if (shaped is not null && node.SharesParameters)
        {
            CheckShared(shaped);
        }

        _nodes.Add(node);
        _shaped.Add(shaped);
        _outputs.Add(output);
        Current = node.Id;
    }

    /// <summary>Checks the losses' own settings, where no shapes will be inferred any more.</summary>
    public void CheckLosses()
    {
        if (Loss is { } main)
        {
            foreach (Node loss in _heads.Select((head, i) => head.ToHead(_nodes.Count + 1 + i, main).Loss).Append(main))
            {
                ShapeInference.CheckSettings(loss, ShapeProblems);
            }
        }
    }

    /// <summary>Reports a layer whose parameters differ in shape from those that it is to share.</summary>
    private void CheckShared(ShapedNode node)
    {
        // A block may have other layers for another input: then there is no such layer.
        ShapedNode? owner = _shaped.Find(n => n?.Node.Path == node.Node.Owner);
        if (owner is null ? node.Parameters.Count > 0 : owner.Node.Op != node.Node.Op || !owner.Parameters.Equals(node.Parameters))
        {
            string input = string.Join(", ", node.Inputs);
            ShapeProblems.Add(new Problem(
                Rules.SharedShapesDiffer.Id,
                node.Node.Layer,
                new[] { $"{node.Node.Op} ({node.Node.Path})", node.Node.Owner, input, owner is null ? "another input" : string.Join(", ", owner.Inputs) }));
        }
    }

    /// <summary>The node with its shapes, where its inputs are known and it fits; and its output, which some ops have whatever their input is.</summary>
    private (ShapedNode? Shaped, Shape? Output) Infer(Node node)
    {
        // A block is one attribute, and the layers in it often share the argument that is wrong.
        if (node.Block.Length > 0 && ShapeProblems.Any(p => p.Layer == node.Layer))
        {
            return (null, null);
        }

        if (node.Inputs.All(i => _outputs[i] is not null))
        {
            ShapedNode? shaped = ShapeInference.Infer(node, i => _outputs[i]!.Value, ShapeProblems);
            return (shaped, shaped?.Output);
        }

        int before = ShapeProblems.Count;
        ShapeInference.CheckSettings(node, ShapeProblems);

        // What is the same for any vector may be a sequence where there is one.
        bool known = ShapeProblems.Count == before && !_outputs.Any(o => o is { Kind: ShapeKinds.Sequence });
        return (null, known ? ShapeRules.Get(node.Op).OutputOfAny(node.Spec) : null);
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

    /// <summary>The finished network, whose layers all fit; or null after a report of what does not fit of the whole.</summary>
    public ShapedGraph? Finish(IEnumerable<Tagged> tags, List<Problem> problems) => ShapeInference.Finish(
        _shaped.Select(node => node!).ToEquatableArray(),
        Current,
        Loss,
        Loss is { } main ? _heads.Select((head, i) => head.ToHead(_nodes.Count + 1 + i, main)).ToEquatableArray() : EquatableArray<Head>.Empty,
        tags.Select(t => new TaggedValue(t.Name, t.Value, t.HasGradient)).ToEquatableArray(),
        problems);
}
