namespace NetGen;

/// <summary>Every channel's largest value: (C, H, W) to the feature vector (C); of a sequence the largest over its steps, (T, F) to (F). PyTorch's <c>AdaptiveMaxPool2d(1)</c>.</summary>
public sealed class GlobalMaxPoolAttribute : LayerAttribute;
