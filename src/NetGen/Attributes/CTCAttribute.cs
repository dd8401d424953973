namespace NetGen;

/// <summary>
/// Connectionist temporal classification (Graves et al. 2006): the loss of sequences of labels that nobody has aligned with the steps, for outputs of shape (T, C); the last layer. −log of the probability that the steps
/// spell the labels: class 0 is the blank between them, and a label that stands at several steps in a row is one. PyTorch's <c>CTCLoss</c> with <c>blank=0</c> over <c>log_softmax</c>.
/// </summary>
/// <remarks>
/// <para>Targets are class labels, as many as there are steps: those of the sample, from 1 to C − 1, and −1 behind their end, so that samples may have any number of them up to T, or none. The loss is that of
/// a sample divided by the number of its labels (by 1 where it has none), as the mean over the batch: PyTorch's <c>reduction='mean'</c>. All T steps count, unless <see cref="Lengths"/> says how many do: those behind the end of a shorter sequence (<see cref="LSTMAttribute.Lengths"/>), which all look alike, are otherwise learned to be blanks. It takes the softmax itself: the layer before it
/// gives logits, and so do predictions; <see cref="CtcDecoder"/> reads them. A hit is a sample whose best path spells its labels.</para>
/// <para>Sums over paths are taken in logarithms and doubles, forward and backward (section 4.1 of the paper). A thread's scratch is T · (2 · T + 1) doubles, of which those are touched that the
/// longest labels need.</para>
/// </remarks>
public sealed class CTCAttribute : LayerAttribute
{
    /// <summary>
    /// Whether a sample whose labels no path of T steps can spell, since they and the blanks between equal ones are more than T, adds 0 to the loss. Otherwise the loss is then infinite, and such a sample
    /// adds nothing to the gradient. PyTorch's <c>zero_infinity</c>.
    /// </summary>
    public bool ZeroInfinity { get; set; }

    /// <summary>
    /// The name of an input of one value, the number of output steps that count of each sample, from 1 to T; without it all T do. What the steps behind them hold is not looked at, by the loss or by hits, and
    /// their gradient is 0. PyTorch's <c>input_lengths</c>.
    /// </summary>
    /// <remarks>
    /// <c>[Input(20, 8)] [Input(1, Name = "lengths")] [GRU(32, ReturnSequences = true, Lengths = "lengths")] [Dense(5)] [CTC(Lengths = "lengths")]</c>. Targets still have T labels a sample. Where layers on the way
    /// make fewer steps, as a strided <see cref="Conv1DAttribute"/> does, the steps of the output are meant: give them an input of their own. Training, evaluation and predictions refuse other numbers with an
    /// <see cref="ArgumentOutOfRangeException"/>; <see cref="CtcDecoder.BestPath"/> takes them as well.
    /// </remarks>
    public string? Lengths { get; set; }
}
