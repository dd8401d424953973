namespace NetGen;

/// <summary>Enlarges images: (C, H, W) to (C, H·scale, W·scale). PyTorch's <c>Upsample</c> with <c>align_corners=False</c>.</summary>
/// <param name="scale">The factor for height and width. From 1 to 32,767.</param>
public sealed class UpsampleAttribute(int scale) : LayerAttribute
{
    /// <summary>The factor for height and width. From 1 to 32,767.</summary>
    public int Scale { get; } = scale;

    /// <summary>Where the new pixels come from.</summary>
    public UpsampleMode Mode { get; set; }
}
