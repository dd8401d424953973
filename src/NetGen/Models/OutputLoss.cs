namespace NetGen;

/// <summary>A loss of one's own over a model's outputs, for <see cref="Model.TrainStep(ReadOnlySpan{float}, OutputLoss, Optimizer)"/>: its value, and the gradient by each output.</summary>
/// <param name="outputs">The outputs of the batch in training mode, by name.</param>
/// <param name="gradients">
/// Receives the gradient of the value by each output, by name; all are zero before. As the value is usually a mean over the batch, so are its gradients: nothing is divided
/// by the number of samples afterwards.
/// </param>
/// <returns>The value.</returns>
/// <remarks>It may use other models, but may not train this one: its forward pass is only half done.</remarks>
public delegate double OutputLoss(OutputSet outputs, OutputSet gradients);
