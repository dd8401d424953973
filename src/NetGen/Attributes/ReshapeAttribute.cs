namespace NetGen;

/// <summary>Takes the same values as an image of another shape, both in the order C, H, W; a feature vector becomes an image: (F) with F = c · h · w to (c, h, w). PyTorch: <c>nn.Unflatten(1, (c, h, w))</c>.</summary>
/// <param name="c">Channels. From 1 to 16,777,216.</param>
/// <param name="h">Height. From 1 to 16,777,216.</param>
/// <param name="w">Width. From 1 to 16,777,216.</param>
public sealed class ReshapeAttribute(int c, int h, int w) : LayerAttribute
{
    /// <summary>Channels. From 1 to 16,777,216.</summary>
    public int C { get; } = c;

    /// <summary>Height. From 1 to 16,777,216.</summary>
    public int H { get; } = h;

    /// <summary>Width. From 1 to 16,777,216.</summary>
    public int W { get; } = w;
}
