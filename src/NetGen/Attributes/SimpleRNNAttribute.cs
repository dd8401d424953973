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

    /// <summary>
    /// The tag of the state before the first step, (units); without it that is 0. Gradients flow to it, and <see cref="StepPredictor.Start(StepStates, ReadOnlySpan{float})"/> begins with it. PyTorch's <c>h_0</c>; Keras's <c>initial_state</c>.
    /// </summary>
    /// <remarks>So a decoder goes on from its encoder's state (Cho et al. 2014), or a sentence from its image: <c>[Dense(256)] [Tanh] [Tag("image")] [From("words")] [Embedding(1000, 64)] [SimpleRNN(256, InitialState = "image")]</c>.</remarks>
    public string? InitialState { get; set; }

    /// <summary>
    /// The name of an input of one value, the number of steps that each sequence has, from 1 to T; without it each has T. A sequence ends with its last step: the output is the state after that, or with
    /// <see cref="ReturnSequences"/> zeros behind it, and what the steps behind it hold is not read. A call costs as much as the longest sequences of its chunks. PyTorch's <c>pack_padded_sequence</c> with
    /// <c>enforce_sorted=False</c> and <c>pad_packed_sequence</c>; Keras's masking.
    /// </summary>
    /// <remarks>
    /// <c>[Input(20, 8)] [Input(1, Name = "lengths")] [SimpleRNN(32, Lengths = "lengths")]</c> takes samples of 161 values: the steps, and behind them how many of them count. Predictions and training steps refuse
    /// other numbers with an <see cref="ArgumentOutOfRangeException"/>. Every recurrent layer of a stack names the lengths. A loss for each step leaves out those behind the end whose labels are its
    /// <see cref="SoftmaxCrossEntropyAttribute.IgnoreIndex"/>.
    /// </remarks>
    public string? Lengths { get; set; }
}
