using System.Globalization;

namespace NetGen.Fuzz.Networks;

/// <summary>A network that grows with its declaration, named as NetGen names it.</summary>
internal sealed class NetworkSketch
{
    private const long MostProducts = 400_000;
    private const int MostValues = 20_000;

    private readonly List<PlainNode> _nodes = [];
    private readonly Stack<Scope> _scopes = new([new Scope("", [], [])]);
    private long _products;

    public NetworkSketch()
    {
    }

    private NetworkSketch(NetworkSketch other)
    {
        _nodes = [.. other._nodes];
        _scopes = new Stack<Scope>(other._scopes.Reverse().Select(s => new Scope(s.Prefix, new(s.Ordinals), new(s.Tags))));
        _products = other._products;
        Current = other.Current;
        IsBounded = other.IsBounded;
    }

    public IReadOnlyList<PlainNode> Nodes => _nodes;

    /// <summary>Whether a node may be refused for its cost; not where the network would be none without it.</summary>
    public bool IsBounded { get; set; } = true;

    /// <summary>The node that the next layer reads.</summary>
    public int Current { get; set; }

    public Value CurrentValue => _nodes[Current].Value;

    /// <summary>The tags of the model, or of the block inside of which layers are added.</summary>
    public Dictionary<string, int> Tags => _scopes.Peek().Tags;

    public NetworkSketch Clone() => new(this);

    /// <summary>Adds a node, from which layers go on; false where the network gets too large for plain loops.</summary>
    public bool Add(PlainNode node, long products = 1)
    {
        _nodes.Add(node);
        Current = _nodes.Count - 1;
        _products += node.Value.Shape.Size * products;
        return !IsBounded || (_products <= MostProducts && node.Value.Shape.Size <= MostValues);
    }

    /// <summary>The path of a layer's i-th repetition, counted from 1: its kind and ordinal unless it has a name, which counts all the same.</summary>
    public string TakeName(Step step, int i)
    {
        Scope scope = _scopes.Peek();
        string kind = step.Kind.ToLowerInvariant();
        int ordinal = scope.Ordinals[kind] = scope.Ordinals.GetValueOrDefault(kind) + 1;
        string suffix = step.Repeat > 1 ? i.ToString(CultureInfo.InvariantCulture) : "";
        return scope.Prefix + (step.Name is { } name ? name + suffix : kind + ordinal.ToString(CultureInfo.InvariantCulture));
    }

    public void Enter(string path) => _scopes.Push(new Scope(path + ".", [], []));

    public void Leave() => _scopes.Pop();

    private sealed record Scope(string Prefix, Dictionary<string, int> Ordinals, Dictionary<string, int> Tags);
}
