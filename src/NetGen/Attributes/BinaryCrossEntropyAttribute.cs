namespace NetGen;

/// <summary>
/// The loss of yes-or-no questions, one a value: the binary cross entropy of the output's sigmoid with targets from 0 to 1, as the mean
/// over all values: targets (C, H, W), (T, F) or (F), as the output. With s(x) = 1 / (1 + exp(−x)), −t·log s(x) − (1 − t)·log(1 − s(x)). PyTorch's <c>BCEWithLogitsLoss</c>; the last layer.
/// </summary>
/// <remarks>It takes the sigmoid itself: the layer before it gives logits, and so do predictions. <see cref="Logits.Sigmoid"/> turns them into
/// probabilities.</remarks>
public sealed class BinaryCrossEntropyAttribute : LayerAttribute;
