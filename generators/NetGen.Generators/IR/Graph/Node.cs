using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A primitive operation in the network: its op by name, its settings and the values it reads.</summary>
/// <param name="Id">Its place in the graph; inputs have smaller ones. The value it makes has the same number.</param>
/// <param name="Op">The op's name in every room's table of ops.</param>
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

    /// <summary>The path of the layer whose parameters it reads: its own, or that of the first of those that share them.</summary>
    public string Owner { get; init; } = Path;

    /// <summary>Whether its parameters are another layer's.</summary>
    public bool SharesParameters => Owner != Path;

    /// <summary>The block that it is a layer of; empty for the model's own.</summary>
    public string Block { get; init; } = "";

    /// <summary>The number of the block's use whose values training computes again, so that all its layers do so together; null where they are kept.</summary>
    public int? Recomputed { get; init; }

    /// <summary>How its weight starts, where it says so; null where that is decided for it.</summary>
    public WeightStart? Start { get; init; }

    /// <summary>Whether its weight is divided by its spectral norm.</summary>
    public bool IsSpectral { get; init; }

    /// <summary>The last part of its weight's path.</summary>
    public string WeightLeaf => IsSpectral ? SpectralWeight.Leaf : "weight";

    /// <summary>Whether it is an input of the model, which alone reads nothing.</summary>
    public bool IsInput => Inputs.Count == 0;
}
