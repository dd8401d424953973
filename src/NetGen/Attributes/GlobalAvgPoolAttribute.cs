namespace NetGen;

/// <summary>Every channel's mean: (C, H, W) to the feature vector (C); of a sequence the mean over its steps, (T, F) to (F).</summary>
/// <remarks>y꜀ = Σ x꜀ / (H · W) (Lin et al. 2013, section 3.2). PyTorch: <c>nn.AdaptiveAvgPool2d(1)</c> followed by <c>nn.Flatten()</c>.</remarks>
public sealed class GlobalAvgPoolAttribute : LayerAttribute;
