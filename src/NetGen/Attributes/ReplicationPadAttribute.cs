namespace NetGen;

/// <summary>Adds a border that repeats the image's edges: (C, H, W) to (C, H + 2·n, W + 2·n). PyTorch: <c>nn.ReplicationPad2d(n)</c>.</summary>
/// <remarks>A row <c>1 2 3</c> with n = 2 becomes <c>1 1 1 2 3 3 3</c>.</remarks>
/// <param name="n">The pixels added on every side. From 0 to 32,767.</param>
public sealed class ReplicationPadAttribute(int n) : LayerAttribute
{
    /// <summary>The pixels added on every side. From 0 to 32,767.</summary>
    public int N { get; } = n;
}
