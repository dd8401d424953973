namespace NetGen;

/// <summary>
/// The mean of each feature in every window of steps: (T, F) to (T', F) with T' = (T + padBefore + padAfter − kernel) / stride + 1, rounded down.
/// PyTorch's <c>AvgPool1d</c>, whose values are (F, T), and Keras's <c>AveragePooling1D</c>.
/// </summary>
/// <param name="kernel">The steps of a window. From 1 to 32,767.</param>
public sealed class AvgPool1DAttribute(int kernel) : StepPoolAttribute(kernel)
{
    /// <summary>Whether the border's zeros count when the mean is taken.</summary>
    public bool CountIncludePad { get; set; } = true;
}
