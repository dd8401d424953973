namespace NetGen;

/// <summary>Makes larger images of channels: (C·scale², H, W) to (C, H·scale, W·scale). PyTorch: <c>nn.PixelShuffle(scale)</c>.</summary>
/// <remarks>
/// The sub-pixel convolution's last step (Shi et al. 2016, section 3.2): y[c, scale·h + i, scale·w + j] = x[(c·scale + i)·scale + j, h, w]. The input's
/// channels must divide by scale².
/// </remarks>
/// <param name="scale">The factor for height and width. From 1 to 4,096.</param>
public sealed class PixelShuffleAttribute(int scale) : LayerAttribute
{
    /// <summary>The factor for height and width. From 1 to 4,096.</summary>
    public int Scale { get; } = scale;
}
