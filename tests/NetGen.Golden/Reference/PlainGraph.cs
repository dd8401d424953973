namespace NetGen.Golden.Reference;

/// <summary>Plain layers that read each other's results, in the form that a prediction computes. A value goes by its number; the input's is 0.</summary>
/// <param name="input">The sizes of the input.</param>
public sealed class PlainGraph(PlainShape input)
{
    private readonly List<Node> _nodes = [new("", null, [], input)];

    /// <summary>The layers with parameters, each under the name of its parameters' paths.</summary>
    public IEnumerable<(string Path, PlainLayer Layer)> Layers => _nodes.Where(n => n.Layer is not null).Select(n => (n.Path, n.Layer!));

    /// <summary>The sizes of the last value.</summary>
    public PlainShape Output => _nodes[^1].Shape;

    /// <summary>Values by tag.</summary>
    public Dictionary<string, int> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a layer that reads a value, by default the last.</summary>
    public int Add(string path, PlainLayer layer, int? from = null)
    {
        int source = from ?? _nodes.Count - 1;
        _nodes.Add(new Node(path, layer, [source], layer.Output(_nodes[source].Shape)));
        return _nodes.Count - 1;
    }

    /// <summary>Adds the sum of values.</summary>
    public int Sum(params int[] values)
    {
        _nodes.Add(new Node("", null, values, _nodes[values[0]].Shape));
        return _nodes.Count - 1;
    }

    /// <summary>Adds the channels of values one after the other.</summary>
    public int Concat(params int[] values)
    {
        _nodes.Add(new Node("", null, values, _nodes[values[0]].Shape with { Channels = values.Sum(v => _nodes[v].Shape.Channels) }));
        return _nodes.Count - 1;
    }

    /// <summary>Names the last value.</summary>
    public void Tag(string tag) => Tags.Add(tag, _nodes.Count - 1);

    /// <summary>All values of a batch.</summary>
    public double[][] Values(int batch, double[] x)
    {
        double[][] values = new double[_nodes.Count][];
        values[0] = x;
        for (int i = 1; i < values.Length; i++)
        {
            Node node = _nodes[i];
            values[i] = node.Layer is { } layer
                ? layer.Forward(_nodes[node.Inputs[0]].Shape, batch, values[node.Inputs[0]], training: false)
                : new double[batch * node.Shape.Size];
            Join(node, batch, (from, place, to) => values[i][to] += values[from][place]);
        }

        return values;
    }

    /// <summary>The gradients by all values.</summary>
    public double[][] Gradients(int batch, double[][] values, double[] dy)
    {
        double[][] gradients = [.. values.Select(v => new double[v.Length])];
        gradients[^1] = dy;
        for (int i = values.Length - 1; i > 0; i--)
        {
            Node node = _nodes[i];
            if (node.Layer is { } layer)
            {
                int from = node.Inputs[0];
                double[] part = layer.Backward(_nodes[from].Shape, batch, values[from], gradients[i]);
                gradients[from] = [.. gradients[from].Zip(part, (a, b) => a + b)];
            }

            Join(node, batch, (from, place, to) => gradients[from][place] += gradients[i][to]);
        }

        return gradients;
    }

    /// <summary>Visits every value that a sum or a concatenation reads: whose, its place, and where it goes.</summary>
    private void Join(Node node, int batch, Action<int, int, int> visit)
    {
        for (int image = 0; image < batch && node.Layer is null; image++)
        {
            int before = 0;
            foreach (int from in node.Inputs)
            {
                int size = _nodes[from].Shape.Size;
                for (int i = 0; i < size; i++)
                {
                    visit(from, (image * size) + i, (image * node.Shape.Size) + before + i);
                }

                before += size < node.Shape.Size ? size : 0;
            }
        }
    }

    private sealed record Node(string Path, PlainLayer? Layer, int[] Inputs, PlainShape Shape);
}
