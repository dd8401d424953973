namespace NetGen;

/// <summary>Adds a border of zeros: (C, H, W) to (C, H + 2·n, W + 2·n). PyTorch: <c>nn.ZeroPad2d(n)</c>.</summary>
/// <param name="n">The pixels added on every side. From 0 to 32,767.</param>
public sealed class ZeroPadAttribute(int n) : LayerAttribute
{
    /// <summary>The pixels added on every side. From 0 to 32,767.</summary>
    public int N { get; } = n;
}
