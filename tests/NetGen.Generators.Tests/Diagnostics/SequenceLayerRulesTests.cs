using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What does not fit of layers that make sequences of words or join them.</summary>
public sealed class SequenceLayerRulesTests
{
    [Theory]
    [InlineData("[Input(5)] [Dense(5)] [Embedding(10, 4)]", "Embedding(10, 4)", "Embedding(10, 4) reads the numbers of words, which only an input of the model holds, but its input is what [Dense(5)] makes: put it directly behind its [Input]")]
    [InlineData("[Input(5)] [Dropout(0.1f)] [Embedding(10, 4)]", "Embedding(10, 4)", "Embedding(10, 4) reads the numbers of words, which only an input of the model holds, but its input is what [Dropout(0.1f)] makes: put it directly behind its [Input]")]
    public void NG0079(string layers, string at, string message) => Analysis.Reports(Sources.Net(layers), ("NG0079", message, at));

    [Theory]
    [InlineData("Embedding(0, 4)", "words of Embedding must be at least 1, but is 0", "0")]
    [InlineData("Embedding(10, -4)", "size of Embedding must be at least 1, but is -4", "-4")]
    [InlineData("Embedding(20000000, 4)", "words of Embedding must be at most 16777216, but is 20000000", "20000000")]
    [InlineData("Embedding(10, 4, PaddingIndex = 10)", "PaddingIndex of Embedding must be from 0 to 9, but is 10", "PaddingIndex = 10")]
    [InlineData("Embedding(10, 4, PaddingIndex = -1)", "PaddingIndex of Embedding must be from 0 to 9, but is -1", "PaddingIndex = -1")]
    public void NG0023_EmbeddingSettings(string layer, string message, string at) => Analysis.Reports(Sources.Net($"[Input(5)] [{layer}]"), ("NG0023", message, at));

    [Fact]
    public void NG0028_EmbeddingOfASequence() => Analysis.Reports(
        Sources.Net("[Input(5, 8)] [Embedding(10, 4)]"),
        ("NG0028", "Embedding needs a feature vector, but its input is the sequence (5, 8): put [Flatten] before it", "Embedding(10, 4)"));

    [Theory]
    [InlineData("[Input(7)] [Input(5, 8, Name = \"s\")] [Tag(\"v\")] [From(\"s\")] [Prepend(\"v\")]", "Prepend needs (8) but \"v\" is (7): give it as many features as a step has, by a [Dense] before its tag", "\"v\"")]
    [InlineData("[Input(4, 7)] [Input(5, 8, Name = \"s\")] [Tag(\"v\")] [From(\"s\")] [Prepend(\"v\")]", "Prepend needs (*, 8) but \"v\" is (4, 7): give it as many features as a step has, by a [Dense] before its tag", "\"v\"")]
    public void NG0030_PrependOfOtherFeatures(string layers, string message, string at) => Analysis.Reports(Sources.Net(layers), ("NG0030", message, at));

    [Theory]
    [InlineData("[Input(5, 8, Stepwise = true)] [LSTM(8, ReturnSequences = true)] [GlobalAvgPool] [Dense(2)]", "GlobalAvgPool", "GlobalAvgPool cannot be predicted step by step, as Stepwise asks for: it looks over all steps")]
    [InlineData("[Input(5, 8, Stepwise = true)] [Flatten] [Dense(2)]", "Flatten", "Flatten cannot be predicted step by step, as Stepwise asks for: it looks over all steps")]
    [InlineData("[Input(5, Stepwise = true)] [Dense(2)]", "Stepwise = true", "Input(5, Stepwise = true) cannot be predicted step by step, as Stepwise asks for: a feature vector has no steps, unless an [Embedding] reads words from it")]
    [InlineData("[Input(5, 4, 4, Stepwise = true)] [Conv(2, 3)]", "Stepwise = true", "Input(5, 4, 4, Stepwise = true) cannot be predicted step by step, as Stepwise asks for: an image has no steps")]
    [InlineData("[Input(5, 8, Stepwise = true)] [Input(5, 8, Name = \"b\")] [Add(\"b\")] [LSTM(2)]", "Add(\"b\")", "Add(\"b\") cannot be predicted step by step, as Stepwise asks for: it joins values of each step with one that is computed once for all")]
    [InlineData("[Input(5, 8, Stepwise = true)] [Input(2, 8, Name = \"b\")] [Prepend(\"b\")] [LSTM(2)]", "Prepend(\"b\")", "Prepend(\"b\") cannot be predicted step by step, as Stepwise asks for: what is put before the steps of the sequence must be a single one")]
    [InlineData("[Input(5, 8, Stepwise = true)] [Tag(\"a\")] [Prepend(\"a\")] [LSTM(2)]", "Prepend(\"a\")", "Prepend(\"a\") cannot be predicted step by step, as Stepwise asks for: a sequence can begin with one value that is computed at the start, and no more")]
    [InlineData("[Input(5, 8, Stepwise = true)] [Input(1, Name = \"n\")] [GRU(8, ReturnSequences = true)] [GlobalMaxPool(Lengths = \"n\")]", "GlobalMaxPool(Lengths = \"n\")", "GlobalMaxPool(Lengths = \"n\") cannot be predicted step by step, as Stepwise asks for: it looks over all steps")]
    public void NG0080(string layers, string at, string message) => Analysis.Reports(Sources.Net(layers), ("NG0080", message, at));

    [Theory]
    [InlineData("[Input(5, 8, Name = \"x\")] [Input(1, Name = \"n\")] [From(\"n\")] [ReLU] [Tag(\"t\")] [From(\"x\")] [LSTM(8, Lengths = \"t\")]", "Lengths = \"t\"", "LSTM(8, Lengths = \"t\") takes the number of steps of each sequence, which only an input of the model holds, but \"t\" is what [ReLU] makes: name an [Input(1)]")]
    [InlineData("[Input(5, 8, Name = \"x\")] [Input(1, Name = \"n\")] [From(\"n\")] [ReLU] [Tag(\"t\")] [From(\"x\")] [GlobalMaxPool(Lengths = \"t\")]", "Lengths = \"t\"", "GlobalMaxPool(Lengths = \"t\") takes the number of steps of each sequence, which only an input of the model holds, but \"t\" is what [ReLU] makes: name an [Input(1)]")]
    [InlineData("[Input(5, 8, Name = \"x\")] [Input(1, Name = \"n\")] [From(\"n\")] [ReLU] [Tag(\"t\")] [From(\"x\")] [CTC(Lengths = \"t\")]", "Lengths = \"t\"", "CTC(Lengths = \"t\") takes the number of steps of each sequence, which only an input of the model holds, but \"t\" is what [ReLU] makes: name an [Input(1)]")]
    public void NG0087(string layers, string at, string message) => Analysis.Reports(Sources.Net(layers), ("NG0087", message, at));

    [Theory]
    [InlineData("[Input(5, 8)] [Input(2, Name = \"n\")] [GRU(8, Lengths = \"n\")]", "Lengths = \"n\"", "GRU needs (1) but \"n\" is (2): give the number of steps of each sequence, as by [Input(1, Name = \"lengths\")]")]
    [InlineData("[Input(5, 8)] [Input(2, Name = \"n\")] [GlobalAvgPool(Lengths = \"n\")]", "Lengths = \"n\"", "GlobalAvgPool needs (1) but \"n\" is (2): give the number of steps of each sequence, as by [Input(1, Name = \"lengths\")]")]
    [InlineData("[Input(5, 8)] [Input(7, Name = \"h\")] [GRU(8, InitialState = \"h\")]", "InitialState = \"h\"", "GRU needs (8) but \"h\" is (7): give as many values as the state has, by a [Dense(8)] before the tag")]
    [InlineData("[Input(5, 8)] [Input(4, 8, Name = \"h\")] [SimpleRNN(8, InitialState = \"h\")]", "InitialState = \"h\"", "SimpleRNN needs (8) but \"h\" is (4, 8): give as many values as the state has, by a [Dense(8)] before the tag")]
    [InlineData("[Input(5, 8)] [Input(8, Name = \"h\")] [Input(9, Name = \"c\")] [LSTM(8, InitialState = \"h\", InitialCell = \"c\")]", "InitialCell = \"c\"", "LSTM needs (8) but \"c\" is (9): give as many values as the state has, by a [Dense(8)] before the tag")]
    [InlineData("[Input(5, 8)] [Input(2, Name = \"n\")] [Dense(4)] [CTC(Lengths = \"n\")]", "Lengths = \"n\"", "CTC needs (1) but \"n\" is (2): give the number of steps of each sequence, as by [Input(1, Name = \"lengths\")]")]
    public void NG0030_OfWhatALayerOverStepsReads(string layers, string at, string message) => Analysis.Reports(Sources.Net(layers), ("NG0030", message, at));

    [Fact]
    public void NG0078_LengthsOfAnImage() => Analysis.Reports(
        Sources.Net("[Input(3, 8, 8)] [Input(1, Name = \"n\")] [GlobalAvgPool(Lengths = \"n\")]"),
        ("NG0078", "GlobalAvgPool with Lengths needs a sequence, but its input is the image (3, 8, 8): declare [Input(steps, features)], or take Lengths off", "Lengths = \"n\""));

    [Fact]
    public void NG0080_StateThatBeginsWithSteps() => Analysis.Reports(
        Sources.Net("[Input(5, 8, Stepwise = true)] [Tag(\"x\")] [LSTM(8)] [Tag(\"h\")] [From(\"x\")] [LSTM(8, ReturnSequences = true, InitialState = \"h\")]"),
        ("NG0080", "LSTM(8, ReturnSequences = true, InitialState = \"h\") cannot be predicted step by step, as Stepwise asks for: what its state begins with depends on the steps", "LSTM(8, ReturnSequences = true, InitialState = \"h\")"));
}
