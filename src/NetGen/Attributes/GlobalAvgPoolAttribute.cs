namespace NetGen;

/// <summary>Every channel's mean: (C, H, W) to the feature vector (C).</summary>
public sealed class GlobalAvgPoolAttribute : LayerAttribute;
