namespace NetGen;

/// <summary>Takes off a border: (C, H, W) to (C, H − 2·n, W − 2·n). PyTorch: <c>F.pad(x, (-n, -n, -n, -n))</c>; Keras's <c>Cropping2D</c>.</summary>
/// <param name="n">The pixels taken off every side. From 0 to 32,767.</param>
public sealed class CropAttribute(int n) : LayerAttribute
{
    /// <summary>The pixels taken off every side. From 0 to 32,767.</summary>
    public int N { get; } = n;
}
