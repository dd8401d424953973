namespace NetGen;

/// <summary>The loss of regression: the mean of (output − target)² over all values. PyTorch's <c>MSELoss</c>; the last layer.</summary>
public sealed class MeanSquaredErrorAttribute : LayerAttribute;
