namespace NetGen;

/// <summary>Every channel's largest value: (C, H, W) to the feature vector (C).</summary>
public sealed class GlobalMaxPoolAttribute : LayerAttribute;
