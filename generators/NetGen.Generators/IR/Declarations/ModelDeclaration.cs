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

    /// <summary>Namespace, containing types and name with points between them.</summary>
    public string FullName => string.Join(".", new[] { Namespace }.Where(n => n.Length > 0).Concat(ContainingTypes.Select(t => t.Name)).Concat([Name]));
}
