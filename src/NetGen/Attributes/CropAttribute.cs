namespace NetGen;

/// <summary>Takes off a border: (C, H, W) to (C, H − top − bottom, W − left − right). PyTorch: <c>F.pad(x, (-left, -right, -top, -bottom))</c>; Keras's <c>Cropping2D</c>.</summary>
public sealed class CropAttribute : LayerAttribute
{
    /// <summary>Declares the same on every side.</summary>
    /// <param name="n">The pixels taken off every side. From 0 to 32,767.</param>
    public CropAttribute(int n)
        : this(n, n, n, n)
    {
    }

    /// <summary>Declares each side by itself.</summary>
    /// <param name="top">The rows taken off above. From 0 to 32,767.</param>
    /// <param name="bottom">The rows taken off below. From 0 to 32,767.</param>
    /// <param name="left">The columns taken off on the left. From 0 to 32,767.</param>
    /// <param name="right">The columns taken off on the right. From 0 to 32,767.</param>
    public CropAttribute(int top, int bottom, int left, int right) => (Top, Bottom, Left, Right) = (top, bottom, left, right);

    /// <summary>The rows taken off above. From 0 to 32,767.</summary>
    public int Top { get; }

    /// <summary>The rows taken off below. From 0 to 32,767.</summary>
    public int Bottom { get; }

    /// <summary>The columns taken off on the left. From 0 to 32,767.</summary>
    public int Left { get; }

    /// <summary>The columns taken off on the right. From 0 to 32,767.</summary>
    public int Right { get; }
}
