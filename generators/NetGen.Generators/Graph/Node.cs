namespace NetGen.Generators.Graph;

/// <summary>What an op was told, as an equatable record; each op has its own.</summary>
internal abstract record Spec;

/// <summary>A primitive operation in the network: its op by name, its settings and the values it reads.</summary>
/// <param name="Id">Its place in the graph; inputs have smaller ones. The value it makes has the same number.</param>
/// <param name="Op">The op's name in <see cref="OpRegistry"/>.</param>
/// <param name="Spec">The op's settings.</param>
/// <param name="Inputs">The nodes whose values it reads.</param>
/// <param name="Path">The layer's path, such as <c>resblock1.conv2</c>.</param>
/// <param name="Label">What the generated code calls it, such as <c>RB1_Conv2</c>.</param>
/// <param name="Title">The attribute as written, for the layer table.</param>
/// <param name="Layer">The index of the attribute it comes from.</param>
internal sealed record Node(int Id, string Op, Spec Spec, EquatableArray<int> Inputs, string Path, string Label, string Title, int Layer)
{
    /// <summary>The layer's own name, the last part of its path.</summary>
    public string Name { get; } = Path.Substring(Path.LastIndexOf('.') + 1);

    /// <summary>The block that it is a layer of; empty for the model's own.</summary>
    public string Block { get; init; } = "";

    /// <summary>Whether it is an input of the model, which alone reads nothing.</summary>
    public bool IsInput => Inputs.Count == 0;
}

/// <summary>A network of primitives in the order they run; the inputs come first, and the losses are kept apart.</summary>
/// <param name="Nodes">All nodes but the loss.</param>
/// <param name="Output">The node whose value is the model's output.</param>
/// <param name="Loss">The loss, which reads the output; or none.</param>
/// <param name="Heads">Further outputs that are trained; only beside a loss.</param>
/// <param name="Tags">The values that the model's own tags name, in order; tags inside blocks are gone.</param>
internal sealed record ModelGraph(EquatableArray<Node> Nodes, int Output, Node? Loss, EquatableArray<Head> Heads, EquatableArray<TaggedValue> Tags);

/// <summary>A value with a tag.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Value">The node that makes it.</param>
internal readonly record struct TaggedValue(string Name, int Value);

/// <summary>An output besides the model's own, in training only.</summary>
/// <param name="Output">Its name.</param>
/// <param name="Weight">What its loss is multiplied with.</param>
/// <param name="Loss">Its loss, which reads the value.</param>
/// <param name="Layer">The index of its own attribute; the loss may point at another.</param>
internal sealed record Head(string Output, float Weight, Node Loss, int Layer);
