namespace NetGen;

/// <summary>Adds a border of zeros: (C, H, W) to (C, top + H + bottom, left + W + right). PyTorch: <c>nn.ZeroPad2d((left, right, top, bottom))</c>, or <c>nn.ZeroPad2d(n)</c>.</summary>
public sealed class ZeroPadAttribute : LayerAttribute
{
    /// <summary>Declares the same on every side.</summary>
    /// <param name="n">The pixels added on every side. From 0 to 32,767.</param>
    public ZeroPadAttribute(int n)
        : this(n, n, n, n)
    {
    }

    /// <summary>Declares each side by itself.</summary>
    /// <param name="top">The rows added above. From 0 to 32,767.</param>
    /// <param name="bottom">The rows added below. From 0 to 32,767.</param>
    /// <param name="left">The columns added on the left. From 0 to 32,767.</param>
    /// <param name="right">The columns added on the right. From 0 to 32,767.</param>
    public ZeroPadAttribute(int top, int bottom, int left, int right) => (Top, Bottom, Left, Right) = (top, bottom, left, right);

    /// <summary>The rows added above. From 0 to 32,767.</summary>
    public int Top { get; }

    /// <summary>The rows added below. From 0 to 32,767.</summary>
    public int Bottom { get; }

    /// <summary>The columns added on the left. From 0 to 32,767.</summary>
    public int Left { get; }

    /// <summary>The columns added on the right. From 0 to 32,767.</summary>
    public int Right { get; }
}
