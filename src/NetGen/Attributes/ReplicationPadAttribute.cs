namespace NetGen;

/// <summary>Adds a border that repeats the image's edges: (C, H, W) to (C, top + H + bottom, left + W + right). PyTorch: <c>nn.ReplicationPad2d((left, right, top, bottom))</c>.</summary>
/// <remarks>A row <c>1 2 3</c> with 2 on each side becomes <c>1 1 1 2 3 3 3</c>.</remarks>
public sealed class ReplicationPadAttribute : LayerAttribute
{
    /// <summary>Declares the same on every side.</summary>
    /// <param name="n">The pixels added on every side. From 0 to 32,767.</param>
    public ReplicationPadAttribute(int n)
        : this(n, n, n, n)
    {
    }

    /// <summary>Declares each side by itself.</summary>
    /// <param name="top">The rows added above. From 0 to 32,767.</param>
    /// <param name="bottom">The rows added below. From 0 to 32,767.</param>
    /// <param name="left">The columns added on the left. From 0 to 32,767.</param>
    /// <param name="right">The columns added on the right. From 0 to 32,767.</param>
    public ReplicationPadAttribute(int top, int bottom, int left, int right) => (Top, Bottom, Left, Right) = (top, bottom, left, right);

    /// <summary>The rows added above. From 0 to 32,767.</summary>
    public int Top { get; }

    /// <summary>The rows added below. From 0 to 32,767.</summary>
    public int Bottom { get; }

    /// <summary>The columns added on the left. From 0 to 32,767.</summary>
    public int Left { get; }

    /// <summary>The columns added on the right. From 0 to 32,767.</summary>
    public int Right { get; }
}
