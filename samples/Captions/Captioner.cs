using NetGen;

namespace Captions;

/// <summary>
/// Says what a picture shows, a word at a time: convolutions make a vector of the picture, which comes before the words, and an LSTM gives after each step the logits of the next word.
/// So the output after the picture is the first word's, that after a word the one's behind it, and the last word is followed by <see cref="Vocabulary.End"/>.
/// </summary>
/// <remarks>
/// Vinyals et al. 2015, "Show and Tell: A Neural Image Caption Generator" (arXiv 1411.4555), section 3. Two things differ: the convolutions are small and trained along instead of being GoogLeNet's,
/// and the first word comes from the picture's own step, where the paper has a word for the start between them.
/// </remarks>
[Input(SceneDrawing.Channels, SceneDrawing.Side, SceneDrawing.Side, Name = "picture")]
[Input(Vocabulary.Longest, Name = "words", Stepwise = true)]
[Conv(16, 5, Stride = 2, Pad = 2, Bias = false)] [BatchNorm] [ReLU] // 64 → 32
[Conv(32, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)] // → 16
[Conv(64, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)] // → 8
[Conv(96, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU] [MaxPool(2)] // → 4: where in the picture still stands in the vector
[Flatten]
[Dense(128)]
[Tag("seen")]
[From("words")] [Embedding(Vocabulary.Count, 128)]
[Prepend("seen")]
[LSTM(192, ReturnSequences = true)]
[Dropout(0.2f)]
[Dense(Vocabulary.Count)]
[SoftmaxCrossEntropy(IgnoreIndex = Vocabulary.Ignored)]
public sealed partial class Captioner;
