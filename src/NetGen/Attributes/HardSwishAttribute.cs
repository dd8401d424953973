namespace NetGen;

/// <summary>x · min(max(x + 3, 0), 6) / 6, a cheap relative of <see cref="SiLUAttribute"/>; the shape stays.</summary>
/// <remarks>Howard et al. 2019 (MobileNetV3), section 5.2. PyTorch: <c>nn.Hardswish()</c>.</remarks>
public sealed class HardSwishAttribute : LayerAttribute;
