namespace NetGen;

/// <summary>
/// The largest value of each feature in every window of steps: (T, F) to (T', F) with T' = (T + padBefore + padAfter − kernel) / stride + 1, rounded down.
/// PyTorch's <c>MaxPool1d</c>, whose values are (F, T), and Keras's <c>MaxPooling1D</c>; the border never wins.
/// </summary>
/// <param name="kernel">The steps of a window. From 1 to 32,767.</param>
public sealed class MaxPool1DAttribute(int kernel) : StepPoolAttribute(kernel);
