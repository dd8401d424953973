namespace NetGen;

/// <summary>
/// The plain recurrent layer (Elman 1990): goes through the steps of a sequence of shape (T, F) with a state h, which begins at 0: h ← tanh(W x + b + V h + d). The output is the state after the last step,
/// (units), or with <see cref="ReturnSequences"/> after each, (T, units). PyTorch's <c>RNN</c> of one layer with <c>batch_first</c>; Keras's <c>SimpleRNN</c>.
/// </summary>
/// <remarks>
/// The parameters are PyTorch's: <c>weight_ih_l0</c> (units, F), <c>weight_hh_l0</c> (units, units), <c>bias_ih_l0</c> and <c>bias_hh_l0</c> (units). Gradients go back through all steps.
/// </remarks>
/// <param name="units">The size of the state. From 1 to 16,777,216.</param>
public sealed class SimpleRNNAttribute(int units) : LayerAttribute
{
    /// <summary>The size of the state. From 1 to 16,777,216.</summary>
    public int Units { get; } = units;

    /// <summary>Whether the output is the state after each step, a sequence; otherwise after the last, a feature vector.</summary>
    public bool ReturnSequences { get; set; }
}
