namespace NetGen;

/// <summary>The loss of regression: the mean of (output − target)² over all values; targets have the output's shape, (C, H, W), (T, F) or (F). PyTorch's <c>MSELoss</c>; the last layer.</summary>
public sealed class MeanSquaredErrorAttribute : LayerAttribute;
