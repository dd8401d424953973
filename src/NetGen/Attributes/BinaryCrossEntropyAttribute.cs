namespace NetGen;

/// <summary>
/// The loss of yes-or-no questions, one a value: the binary cross entropy of the output's sigmoid with targets from 0 to 1, as the mean
/// over all values. It takes the sigmoid itself. PyTorch's <c>BCEWithLogitsLoss</c>; the last layer.
/// </summary>
public sealed class BinaryCrossEntropyAttribute : LayerAttribute;
