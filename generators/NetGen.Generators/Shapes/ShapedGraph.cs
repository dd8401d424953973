namespace NetGen.Generators.Shapes;

/// <summary>How a parameter starts; <see cref="Weight"/> is decided by what follows the layer: He before a ReLU, else Xavier.</summary>
internal enum Start
{
    Zero,
    One,
    Quarter,
    Weight,
    PlusMinusOne,
}

/// <summary>A parameter or buffer of a node.</summary>
/// <param name="Leaf">The last part of its path, such as <c>weight</c>.</param>
/// <param name="Shape">Its sizes in PyTorch's layout.</param>
/// <param name="Trainable">Whether an optimizer changes it.</param>
/// <param name="Start">How it starts.</param>
/// <param name="FanIn">Inputs that one output sums over, or 0.</param>
/// <param name="FanOut">Outputs that one input reaches, or 0.</param>
internal sealed record ParameterDeclaration(string Leaf, EquatableArray<int> Shape, bool Trainable, Start Start, int FanIn = 0, int FanOut = 0)
{
    /// <summary>For a convolution's weight that connects some channels alone: a row of 0 and 1 a filter, as <see cref="Shapes.Connections"/> makes it.</summary>
    public string? Connections { get; init; }

    /// <summary>The values in memory.</summary>
    public long Size => Sizes.Product(Shape.Select(size => (long)size).ToArray());

    /// <summary>The values that are learned, or would be: those of connections alone.</summary>
    public long Count => Connections is null ? Size : Sizes.Product(NetGen.Generators.Shapes.Connections.Count(Connections), Shape[2], Shape[3]);

    /// <summary>The bias of a layer with this many outputs.</summary>
    public static ParameterDeclaration Bias(int outputs) => new("bias", new[] { outputs }, Trainable: true, Start.Zero);
}

/// <summary>A node with its shapes, parameters and cost for one image.</summary>
internal sealed record ShapedNode(Node Node, EquatableArray<Shape> Inputs, Shape Output, EquatableArray<ParameterDeclaration> Parameters, long Macs)
{
    public int Id => Node.Id;

    /// <summary>The layer's own name, the last part of its path.</summary>
    public string Name => Node.Name;

    public bool IsInput => Node.IsInput;

    public T Spec<T>()
        where T : Spec => (T)Node.Spec;
}

/// <summary>An output besides the model's own, in training only.</summary>
/// <param name="Output">Its name.</param>
/// <param name="Weight">What its loss is multiplied with.</param>
/// <param name="Loss">Its loss.</param>
internal sealed record ShapedHead(string Output, float Weight, ShapedNode Loss);

/// <summary>A network whose shapes agree; the nodes have their ids as places.</summary>
internal sealed record ShapedGraph(
    EquatableArray<ShapedNode> Nodes,
    int Output,
    ShapedNode? Loss,
    EquatableArray<ShapedHead> Heads,
    EquatableArray<TaggedValue> Tags)
{
    /// <summary>The model's inputs, which come first.</summary>
    public IEnumerable<ShapedNode> Inputs => Nodes.Where(n => n.IsInput);
}
