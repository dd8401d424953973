namespace NetGen;

/// <summary>
/// x where it is positive, slope · x elsewhere, with a learned slope for each channel that starts at 0.25; the shape stays. PyTorch's
/// <c>PReLU</c> with as many parameters as channels.
/// </summary>
public sealed class PReLUAttribute : LayerAttribute;
