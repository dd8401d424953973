namespace NetGen;

/// <summary>Takes the same values as an image of another shape, both in the order C, H, W; a feature vector becomes an image.</summary>
/// <param name="c">Channels.</param>
/// <param name="h">Height.</param>
/// <param name="w">Width.</param>
public sealed class ReshapeAttribute(int c, int h, int w) : LayerAttribute
{
    /// <summary>Channels.</summary>
    public int C { get; } = c;

    /// <summary>Height.</summary>
    public int H { get; } = h;

    /// <summary>Width.</summary>
    public int W { get; } = w;
}
