using NetGen;

namespace Captions;

/// <summary>
/// Says what a picture shows, a word at a time: convolutions make a vector of the picture, which comes before the words, and an LSTM gives after each step the logits of the next word.
/// So the output after the picture is the first word's, that after a word the one's behind it, and the last word is followed by <see cref="Vocabulary.End"/>.
/// </summary>
/// <remarks>
/// Vinyals et al. 2015, "Show and Tell: A Neural Image Caption Generator" (arXiv 1411.4555), section 3. As there, the convolutions have learned to classify pictures before (<see cref="Namer"/>). Two things differ: the first
/// word comes from the picture's own step, where the paper has a word for the start between them, and each word is read before the picture, where the paper shows it once.
/// </remarks>
[Input(SceneDrawing.Channels, SceneDrawing.Side, SceneDrawing.Side, Name = "picture")]
[Input(Vocabulary.Longest, Name = "words", Stepwise = true)]
[Eyes] [Sigmoid] [Tag("nouns")]
[GlobalMaxPool] [Tag("what")]
[From("nouns")] [Flatten] [Dense(256, Bias = false)] [BatchNorm] [ReLU] // where it is
[Concat("what")]
[Dense(128, Bias = false)] [BatchNorm] // as large as words' embeddings, and without what all pictures have in common
[Tag("seen")]
[From("words")] [Embedding(Vocabulary.Count, 128)] [Add("seen")] // each word is read before the picture
[Prepend("seen")]
[LSTM(192, ReturnSequences = true)]
[Dropout(0.2f)]
[Dense(Vocabulary.Count)]
[SoftmaxCrossEntropy(IgnoreIndex = Vocabulary.Ignored)]
public sealed partial class Captioner;
