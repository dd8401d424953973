using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class EmbeddingTests
{
    [Theory]
    [InlineData("[Input(5)] [Embedding(7, 3)]")]
    [InlineData("[Input(1)] [Embedding(1, 1)]")]
    [InlineData("[Input(6)] [Embedding(4, 17)] [LSTM(5)] [Dense(3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(4)] [Embedding(9, 6)] [Flatten] [Dense(4)] [Tanh]")]
    [InlineData("[Input(3)] [Input(4, Name = \"words\")] [Dense(6)] [Tag(\"v\")] [From(\"words\")] [Embedding(5, 6)] [Prepend(\"v\")] [GRU(4)] [Dense(2)]")]
    [InlineData("[Input(3, Name = \"x\")] [Embedding(5, 6, Share = \"e\")] [SimpleRNN(6, ReturnSequences = true)] [Tag(\"a\")] [From(\"x\")] [Embedding(5, 6, Share = \"e\")] [Add(\"a\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, batch: 4);

    /// <summary>Rows, and sums of gradients in the words' order, by plain loops: equal to the bit, for any number of threads and images.</summary>
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(5, 3, 2, 7)]
    [InlineData(40, 17, 9, 33)]
    [InlineData(300, 64, 33, 5)]
    public void ValuesAndGradients_AreThoseOfLoops(int count, int size, int steps, int batch)
    {
        using Model model = Nets.Make($"[Input({steps})] [Embedding({count}, {size}, PaddingIndex = 0)]");
        RandomSource random = new(3);
        float[] words = new float[batch * steps];
        foreach (ref float word in words.AsSpan())
        {
            word = random.Next(count);
        }

        float[] dy = Nets.Random(words.Length * size, 4);
        float[] table = model.Parameters["embedding1.weight"].Values.ToArray();
        float[] expected = new float[dy.Length];
        float[] gradient = new float[table.Length];
        for (int i = 0; i < dy.Length; i++)
        {
            int place = ((int)words[i / size] * size) + (i % size);
            expected[i] = table[place];
            gradient[place] += words[i / size] == 0 ? 0 : dy[i];
        }

        foreach (int threads in new[] { 1, 2, 3 })
        {
            model.Threads = threads;
            Nets.Predict(model, words).ShouldBe(expected);
            Nets.Forward(model, words).ShouldBe(expected);
            Nets.Backward(model, dy).ShouldAllBe(g => g == 0);
            model.Parameters["embedding1.weight"].Gradient.ToArray().ShouldBe(gradient);
        }
    }

    [Fact]
    public void Table_StartsNormal_AndPaddingAs0()
    {
        using Model model = Nets.Make("[Input(2)] [Embedding(50, 40, PaddingIndex = 7)]", 5);
        float[] table = model.Parameters["embedding1.weight"].Values.ToArray();

        table[(7 * 40)..(8 * 40)].ShouldAllBe(v => v == 0);
        table.Sum(v => (double)v * v).ShouldBe(49 * 40, 200);
        table.Count(v => Math.Abs(v) < 0.6745f && v != 0).ShouldBeInRange(900, 1060);
        model.Description.Parameters[0].Initialization.ShouldBe(Initialization.Normal);
        model.Description.Parameters[0].ZeroRow.ShouldBe(7);
        model.Description.Inputs[0].Words.ShouldBe(50);
        model.Description.OutputShape.ShouldBe([2, 40]);
    }

    /// <summary>The row of padding stays 0 through training.</summary>
    [Fact]
    public void Padding_StaysAsItIs()
    {
        using Model model = Nets.Make("[Input(4)] [Embedding(5, 6, PaddingIndex = 0)] [LSTM(3)] [Dense(2)] [SoftmaxCrossEntropy]");
        Adam adam = new(0.01f);
        for (int step = 0; step < 3; step++)
        {
            model.TrainStep(new float[] { 1, 2, 0, 0, 4, 3, 2, 0 }, new[] { 0, 1 }, adam);
        }

        model.Parameters["embedding1.weight"].Values[..6].ToArray().ShouldAllBe(v => v == 0);
    }

    public static TheoryData<float> NoWords => [-1, 5, 2.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    /// <summary>Wherever inputs come in, what is no word is refused, with its place, what was expected and what came.</summary>
    [Theory]
    [MemberData(nameof(NoWords))]
    public void WhatIsNoWord_IsRefused(float word)
    {
        using Model model = Nets.Make("[Input(3)] [Input(2, Name = \"words\")] [Dense(4)] [Tag(\"v\")] [From(\"words\")] [Embedding(5, 4)] [Prepend(\"v\")] [Tag(\"all\")] [LSTM(3)] [Dense(2)] [SoftmaxCrossEntropy]");
        Sgd sgd = new(0.1f);
        float[] inputs = [0.5f, -3, 7, 4, 0, 0.5f, -3, 7, 1, word];
        float[] outputs = new float[4];
        Action[] calls =
        [
            () => model.Predict(inputs, outputs),
            () => model.Features("all", inputs, new float[2 * 3 * 4]),
            () => model.TrainStep(inputs, new[] { 0, 1 }, sgd),
            () => model.TrainStep(inputs, new float[4], sgd),
            () => model.ComputeGradients(inputs, new[] { 0, 1 }),
            () => model.Evaluate(inputs, new[] { 0, 1 }),
            () => model.CreatePredictor().Predict(inputs, outputs),
        ];
        foreach (Action call in calls)
        {
            ArgumentOutOfRangeException error = call.ShouldThrow<ArgumentOutOfRangeException>();
            error.ParamName.ShouldBe("inputs");
            error.Message.ShouldStartWith(FormattableString.Invariant($"expected numbers of words of words, whole and from 0 to 4, actual {word} at 9"));
        }

        inputs[9] = 4;
        model.Predict(inputs, outputs);
    }

    [Fact]
    public void Step_AllocatesNothing()
    {
        using Model model = Nets.Make("[Input(5)] [Embedding(9, 4)] [LSTM(6)] [Dense(3)] [SoftmaxCrossEntropy]");
        Sgd sgd = new(0.1f);
        float[] inputs = new float[8 * 5];
        int[] labels = new int[8];
        float[] outputs = new float[8 * 3];
        for (int i = 0; i < 2; i++)
        {
            model.TrainStep(inputs, labels, sgd);
            model.Predict(inputs, outputs);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        model.TrainStep(inputs, labels, sgd);
        model.Predict(inputs, outputs);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
