namespace NetGen;

/// <summary>
/// Gated recurrent units (Cho et al. 2014): goes through the steps of a sequence of shape (T, F) with a state h, which begins at 0. The output is the state after the last step, (units), or with
/// <see cref="ReturnSequences"/> after each, (T, units). PyTorch's <c>GRU</c> of one layer with <c>batch_first</c>; Keras's with <c>reset_after</c>.
/// </summary>
/// <remarks>
/// With σ(x) = 1 / (1 + exp(−x)), of each step: r, z = σ(W x + b + V h + d), n = tanh(W x + b + r · (V h + d)), each with its own rows; then h ← (1 − z) · n + z · h.
/// The parameters are PyTorch's: <c>weight_ih_l0</c> (3 · units, F), <c>weight_hh_l0</c> (3 · units, units), <c>bias_ih_l0</c> and <c>bias_hh_l0</c> (3 · units), with the rows of r, z and n in
/// this order. Gradients go back through all steps.
/// </remarks>
/// <param name="units">The size of the state. From 1 to 16,777,216.</param>
public sealed class GRUAttribute(int units) : LayerAttribute
{
    /// <summary>The size of the state. From 1 to 16,777,216.</summary>
    public int Units { get; } = units;

    /// <summary>Whether the output is the state after each step, a sequence; otherwise after the last, a feature vector.</summary>
    public bool ReturnSequences { get; set; }
}
