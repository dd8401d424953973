using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>A use of a block: what its layers are named, and where their problems are shown.</summary>
/// <param name="Block">The block.</param>
/// <param name="Layer">The index of the model's attribute that led here.</param>
/// <param name="Name">The use's path and label.</param>
/// <param name="Depth">How many blocks are around its layers.</param>
internal sealed record BlockUse(BlockDeclaration Block, int Layer, LayerName Name, int Depth)
{
    public string Path => Name.Path;

    /// <summary>The number of the use whose values training computes again, this one or the outermost around it; null where they are kept.</summary>
    public int? Recomputed { get; init; }

    /// <summary>The block's name as messages give it.</summary>
    public string Title => LayerDeclaration.Short(Block.Kind);
}
