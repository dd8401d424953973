using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Shapes;

namespace NetGen.Generators.Graph;

/// <summary>
/// The network while it grows. It knows the shapes so far, as blocks depend on them. Behind what is in error it goes on with the best guess
/// (<see cref="ShapeGuess"/>), so that all mistakes are told at once and none of them twice.
/// </summary>
internal sealed class GraphWriter
{
    /// <summary>The layers a network may have. Blocks that repeat blocks could otherwise keep the compiler busy for hours.</summary>
    public const int Most = 50_000;

    private readonly List<Node> _nodes = [];
    private readonly List<HeadOutput> _heads = [];
    private HeadOutput? _openHead;
    private readonly List<ShapedNode?> _shaped = [];
    private readonly List<ShapeGuess> _outputs = [];
    private readonly HashSet<int> _excused = [];
    private readonly HashSet<(string Block, string Message)> _faults = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The node whose value the next layer reads.</summary>
    public int Current { get; set; } = -1;

    public Node? Loss { get; private set; }

    /// <summary>Whether layers come after the loss, which is an error: the loss is then taken to be meant for the end.</summary>
    public bool LossMisplaced { get; set; }

    public IReadOnlyList<HeadOutput> Heads => _heads;

    /// <summary>The current value's shape, or null where it is not known.</summary>
    public Shape? CurrentShape => _outputs[Current].Shape;

    /// <summary>Whether the last node fits and has no parameters.</summary>
    public bool HasNoParameters => _shaped[_shaped.Count - 1] is { Parameters.Count: 0 };

    /// <summary>What did not fit.</summary>
    public List<Problem> ShapeProblems { get; } = [];

    /// <summary>Whether the network is too large to go on with.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Whether blocks nest too deep, so that no more of them are looked into.</summary>
    public bool TooDeep { get; set; }

    /// <summary>Whether a layer is not known.</summary>
    public bool HasUnknown => _nodes.Exists(n => n.Spec is UnknownSpec);

    /// <summary>Whether an error may be why nothing uses a tag: a tag that is not known was asked for, or a layer is not known.</summary>
    public bool TagsInDoubt { get; set; }

    /// <summary>Whether a tag was asked for that is not known: a value that nothing reads may be the one that was to have it.</summary>
    public bool TagsMissing { get; set; }

    public void Stop() => Stopped = true;

    /// <summary>Says that an error is why nothing may read a value.</summary>
    public void Excuse(int value) => _excused.Add(value);

    public bool IsExcused(int value) => _excused.Contains(value);

    /// <summary>Whether a fault of a block's own layers is told for the first time: it is one mistake, however often the block is used.</summary>
    public bool IsNewFault(string block, string message) => _faults.Add((block, message));

    public void Add(string op, Spec spec, EquatableArray<int> inputs, LayerName name, LayerDeclaration layer, string block, int? recomputed, WeightTraits weight)
    {
        Node node = new(_nodes.Count, op, spec, inputs, name.Path, name.Label, layer.Text, layer.Index) { Block = block, Owner = name.Owner, Recomputed = recomputed, Start = weight.Start, IsSpectral = weight.IsSpectral };
        int before = ShapeProblems.Count;
        (ShapedNode? shaped, ShapeGuess output) = Infer(node);
        if (shaped is not null && node.SharesParameters)
        {
            CheckShared(shaped);
        }

        Blame(layer, before);
        Append(node, shaped, output);
    }

    /// <summary>Adds a layer that is not known and goes on behind it.</summary>
    /// <param name="inputs">The values it may read.</param>
    /// <param name="layer">The attribute's index.</param>
    /// <param name="kind">The kind of its output, where it is known.</param>
    public int AddUnknown(EquatableArray<int> inputs, int layer, ShapeKinds? kind = null)
    {
        string name = $"unknown{_nodes.Count}";
        Append(new Node(_nodes.Count, "Unknown", new UnknownSpec(), inputs, name, name, name, layer), null, ShapeGuess.OfKind(kind));
        return Current;
    }

    /// <summary>What a layer that cannot be read in full makes of the current value, by its op: a kind of shape at most.</summary>
    public ShapeKinds? KindAfter(string op, Spec spec) => ShapeRules.Get(op).KindOf(spec, [Current < 0 ? null : _outputs[Current].Kind]);

    public void AddLoss(string op, Spec spec, EquatableArray<int> inputs, LayerName name, LayerDeclaration layer)
    {
        Node node = new(_nodes.Count, op, spec, inputs, name.Path, name.Label, layer.Text, layer.Index);
        if (Loss is null)
        {
            Loss = node;
        }
        else
        {
            ShapeInference.CheckSettings(node, ShapeProblems);
        }
    }

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

    /// <summary>Checks the losses and the network as a whole, as far as shapes are known.</summary>
    public void CheckWhole()
    {
        ShapeInference.CheckSizes(_shaped.OfType<ShapedNode>().ToList(), _shaped.TrueForAll(n => n is not null), ShapeProblems);
        ShapeInference.Losses(id => LossMisplaced ? default : _outputs[id], Loss, LossHeads, ShapeProblems);
    }

    /// <summary>The finished network, whose layers all fit.</summary>
    public ShapedGraph? Finish(IEnumerable<Tagged> tags) => ShapeInference.Finish(
        _shaped.Select(node => node!).ToEquatableArray(),
        Current,
        Loss,
        LossHeads,
        tags.Select(t => new TaggedValue(t.Name, t.Value, t.HasGradient)).ToEquatableArray(),
        []) is { } graph ? graph with { Outputs = PredictedOutputs.Select(o => o.ToOutput()).ToEquatableArray() } : null;

    /// <summary>The outputs besides the model's own that predictions compute as well: those with targets of their own, and all where there is no loss.</summary>
    public IEnumerable<HeadOutput> PredictedOutputs => _heads.Where(h => h.HasTargets || Loss is null);

    /// <summary>The losses that are written: the model's, and those of outputs with their own.</summary>
    public IEnumerable<Node> Losses => Loss is null ? [] : LossHeads.Where(h => h.HasOwnLoss).Select(h => h.Loss).Prepend(Loss);

    private EquatableArray<Head> LossHeads =>
        Loss is { } main ? _heads.Select((head, i) => head.ToHead(_nodes.Count + 1 + i, main)).ToEquatableArray() : EquatableArray<Head>.Empty;

    private void Append(Node node, ShapedNode? shaped, ShapeGuess output)
    {
        _nodes.Add(node);
        _shaped.Add(shaped);
        _outputs.Add(output);
        Current = node.Id;
    }

    /// <summary>
    /// Puts what was just found on the model's arguments, without what has been said of the same ones: of a layer that repeats, and of layers of a block that
    /// share the argument.
    /// </summary>
    private void Blame(LayerDeclaration layer, int before)
    {
        for (int i = before; i < ShapeProblems.Count; i++)
        {
            // What a layer of a block shares, the use does.
            Problem problem = ShapeProblems[i];
            problem = problem.Id == Rules.SharedShapesDiffer.Id ? problem : problem with { Argument = layer.Blamed(problem.Argument) };
            if (ShapeProblems.FindIndex(p => p.Layer == problem.Layer && p.Id == problem.Id && p.Argument == problem.Argument) is var first && first >= 0 && first < i)
            {
                ShapeProblems.RemoveAt(i--);
            }
            else
            {
                ShapeProblems[i] = problem;
            }
        }
    }

    /// <summary>Reports a layer whose parameters differ in shape from those that it is to share.</summary>
    private void CheckShared(ShapedNode node)
    {
        // A block may have other layers for another input: then there is no such layer.
        int owner = _nodes.FindIndex(n => n.Path == node.Node.Owner);
        if (owner >= 0 && _shaped[owner] is null)
        {
            return;
        }

        ShapedNode? shaped = owner < 0 ? null : _shaped[owner];
        if (shaped is null ? node.Parameters.Count > 0 : shaped.Node.Op != node.Node.Op || !shaped.Parameters.Equals(node.Parameters))
        {
            string input = string.Join(", ", node.Inputs);
            ShapeProblems.Add(new Problem(
                Rules.SharedShapesDiffer.Id,
                node.Node.Layer,
                new[] { $"{node.Node.Op} ({node.Node.Path})", node.Node.Owner, input, shaped is null ? "another input" : string.Join(", ", shaped.Inputs) })
            {
                Argument = "Share",
            });
        }
    }

    /// <summary>The node with its shapes, where its inputs are known and it fits; and what is known of its output.</summary>
    private (ShapedNode? Shaped, ShapeGuess Output) Infer(Node node)
    {
        // A block is one attribute, and the layers in it often share the argument that is wrong.
        if (node.Block.Length > 0 && ShapeProblems.Exists(p => p.Layer == node.Layer))
        {
            return default;
        }

        int before = ShapeProblems.Count;
        (ShapedNode? shaped, ShapeGuess output) = ShapeInference.InferGuess(node, i => _outputs[i], ShapeProblems);

        if (shaped is null && ShapeProblems.Count > before && ShapeProblems[ShapeProblems.Count - 1].Id == Rules.ImageNeeded.Id)
        {
            // A vector too early is one mistake, however many ways lead on from it.
            foreach (int vector in node.Inputs)
            {
                _outputs[vector] = default;
            }
        }

        // What is the same for any vector may be a sequence where there is one.
        bool open = shaped is null && node.Inputs.Count > 0 && _outputs[node.Inputs[0]].Kind is null && _outputs.Exists(o => o.Kind == ShapeKinds.Sequence);
        return (shaped, open ? default : output);
    }
}
