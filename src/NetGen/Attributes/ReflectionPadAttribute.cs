namespace NetGen;

/// <summary>Adds a border that mirrors the image at its edges: (C, H, W) to (C, H + 2·n, W + 2·n). PyTorch: <c>nn.ReflectionPad2d(n)</c>.</summary>
/// <remarks>The edge itself is not repeated: a row <c>1 2 3</c> with n = 2 becomes <c>3 2 1 2 3 2 1</c>. So n must be below the height and the width.</remarks>
/// <param name="n">The pixels added on every side. From 0 to 32,767.</param>
public sealed class ReflectionPadAttribute(int n) : LayerAttribute
{
    /// <summary>The pixels added on every side. From 0 to 32,767.</summary>
    public int N { get; } = n;
}
