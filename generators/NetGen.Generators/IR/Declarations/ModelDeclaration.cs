using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A model class as written, without symbols or places: what caching compares.</summary>
internal sealed record ModelDeclaration(
    string Namespace,
    EquatableArray<ContainingType> ContainingTypes,
    string Name,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<Problem> Problems)
{
    /// <summary>The blocks that the layers use, and those used by these, with their own layers.</summary>
    public EquatableArray<BlockDeclaration> Blocks { get; init; }

    /// <summary>Whether a layer could not be read. What C# or <see cref="Problems"/> say of it is enough; the others are checked, but no network comes of them.</summary>
    public bool Incomplete { get; init; }

    /// <summary>The inputs whose height or width is open, in order; none where the network has one size.</summary>
    public EquatableArray<OpenInput> OpenInputs { get; init; } = EquatableArray<OpenInput>.Empty;

    /// <summary>Which of the sizes stands in the layers: the first, but for <see cref="AtSize"/>.</summary>
    public int Size { get; init; }

    /// <summary>The sizes of the first open input, by which users know them; none where the network has one size.</summary>
    public EquatableArray<ImageSize> Sizes => OpenInputs.Count == 0 ? EquatableArray<ImageSize>.Empty : OpenInputs[0].Sizes;

    /// <summary>The size that stands in the layers, of a network that has several.</summary>
    public ImageSize CurrentSize => Sizes[Size];

    /// <summary>The same model with one of its sizes in the layers.</summary>
    public ModelDeclaration AtSize(int size) => this with
    {
        Size = size,
        Layers = Layers.Select(layer => OpenInputs.FirstOrDefault(i => i.Layer == layer.Index && layer.Index >= 0) is { } input ? layer.WithSize(input.Sizes[size]) : layer).ToEquatableArray(),
    };

    /// <summary>Namespace, containing types and name with points between them.</summary>
    public string FullName => string.Join(".", new[] { Namespace }.Where(n => n.Length > 0).Concat(ContainingTypes.Select(t => t.Name)).Concat([Name]));
}
