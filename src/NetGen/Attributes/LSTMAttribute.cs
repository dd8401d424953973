namespace NetGen;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000): goes through the steps of a sequence of shape (T, F) with a state h and cells c, which begin at 0.
/// The output is the state after the last step, (units), or with <see cref="ReturnSequences"/> after each, (T, units). PyTorch's <c>LSTM</c> of one layer with <c>batch_first</c>.
/// </summary>
/// <remarks>
/// With σ(x) = 1 / (1 + exp(−x)), of each step: i, f, o = σ(W x + b + V h + d), g = tanh(W x + b + V h + d), each with its own rows; then c ← f · c + i · g and h ← o · tanh(c).
/// The parameters are PyTorch's: <c>weight_ih_l0</c> (4 · units, F), <c>weight_hh_l0</c> (4 · units, units), <c>bias_ih_l0</c> and <c>bias_hh_l0</c> (4 · units), with the rows of i, f, g and o in
/// this order. Gradients go back through all steps.
/// </remarks>
/// <param name="units">The size of the state. From 1 to 16,777,216.</param>
public sealed class LSTMAttribute(int units) : LayerAttribute
{
    /// <summary>The size of the state. From 1 to 16,777,216.</summary>
    public int Units { get; } = units;

    /// <summary>Whether the output is the state after each step, a sequence; otherwise after the last, a feature vector.</summary>
    public bool ReturnSequences { get; set; }
}
