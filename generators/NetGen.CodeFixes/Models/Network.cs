using NetGen.Generators.Graph;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Models;

/// <summary>The network that the layers before an attribute make, with the shapes there.</summary>
internal sealed class Network
{
    private const string Input = "Input";

    private readonly GraphWriter _graph;
    private readonly Scope _scope;

    private Network(GraphWriter graph, Scope scope)
    {
        _graph = graph;
        _scope = scope;
    }

    /// <summary>All values so far.</summary>
    public IReadOnlyList<Node> Nodes => _graph.Nodes;

    /// <summary>The number of the value that the next layer reads.</summary>
    public int Current => _graph.Current;

    /// <summary>The shape of what the next layer reads; null behind a layer that does not fit.</summary>
    public Shape? CurrentShape => _graph.CurrentShape;

    /// <summary>The known tags, and the names of inputs, in order.</summary>
    public IEnumerable<string> Tags => _scope.Tags.Select(t => t.Name);

    /// <summary>The network before a layer; null where the model has no input to begin with, or a layer there that C# refuses.</summary>
    public static Network? Before(ModelDeclaration? model, int layer)
    {
        if (model is null || layer <= 0 || model.Layers.Count(l => l.Index < layer) < layer || model.Layers[0].Kind != Input || model.Blocks.Any(b => b.Problems.Count > 0))
        {
            return null;
        }

        GraphWriter graph = new();
        Scope scope = new(graph, model.Blocks.ToDictionary(b => b.Kind, StringComparer.Ordinal), []);
        foreach (LayerDeclaration declaration in model.Layers.Where(l => l.Index < layer))
        {
            scope.Apply(declaration);
        }

        return new Network(graph, scope);
    }

    /// <summary>The number of a tagged value; null where nothing has the tag.</summary>
    public int? Tagged(string tag) => _scope.Tags.FirstOrDefault(t => t.Name == tag)?.Value;

    /// <summary>The shape of a value; null where it is not known.</summary>
    public Shape? ShapeOf(int value)
    {
        int current = _graph.Current;
        _graph.Current = value;
        Shape? shape = _graph.CurrentShape;
        _graph.Current = current;
        return shape;
    }

    /// <summary>The values from one back to the input by what each reads first.</summary>
    public IEnumerable<Node> Path(int value)
    {
        for (Node node = Nodes[value]; ; node = Nodes[node.Inputs[0]])
        {
            yield return node;
            if (node.IsInput)
            {
                yield break;
            }
        }
    }
}
