namespace NetGen;

/// <summary>
/// A row of a table for each number of a word: from (T) a sequence of the shape (T, size), y_t = weight[x_t]. PyTorch's <c>Embedding</c>; Keras's <c>Embedding</c>.
/// </summary>
/// <remarks>
/// It comes directly after an <see cref="InputAttribute"/> of as many numbers as a sample has words: <c>[Input(20)] [Embedding(1000, 64)]</c>. The numbers are given as floats among the sample's
/// other values, whole and from 0 to <see cref="Words"/> − 1; predictions and training steps refuse others with an <see cref="ArgumentOutOfRangeException"/> that says where they stand. Floats hold all whole
/// numbers up to 16,777,216. The parameter <c>weight</c>, (words, size), starts as normal values of variance 1. There is no gradient by the numbers: that by the inputs is 0 there.
/// </remarks>
/// <param name="words">The rows of the table. From 1 to 16,777,216.</param>
/// <param name="size">The features of a step. From 1 to 16,777,216.</param>
public sealed class EmbeddingAttribute(int words, int size) : LayerAttribute
{
    /// <summary>The rows of the table. From 1 to 16,777,216.</summary>
    public int Words { get; } = words;

    /// <summary>The features of a step. From 1 to 16,777,216.</summary>
    public int Size { get; } = size;

    /// <summary>
    /// The word that fills steps behind a sequence's end: its row starts as 0 and gets no gradient, so that it stays as it is. From 0 to <see cref="Words"/> − 1; unless it is set there is none.
    /// PyTorch's <c>padding_idx</c>. What the loss makes of such steps is its own: <see cref="SoftmaxCrossEntropyAttribute.IgnoreIndex"/>.
    /// </summary>
    public int PaddingIndex { get; set; } = -1;
}
