using Shouldly;

namespace NetGen.Tests.Models;

public sealed class LogitsTests
{
    private const float Inf = float.PositiveInfinity;
    private const float NaN = float.NaN;

    [Fact]
    public void Softmax_OfABatch_IsThatOfItsRows()
    {
        float[] logits = [1, 2, 3, 0, 0, 0, -1, 5, 2.5f];
        float[] probabilities = new float[9];

        Logits.Softmax(logits, 3, probabilities);

        Near(probabilities, [0.09003057f, 0.24472847f, 0.66524096f, 1 / 3f, 1 / 3f, 1 / 3f, 0.002285483f, 0.92202971f, 0.07568481f]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Softmax_SumsToOne_AndAgreesWithDoubles(int classes)
    {
        float[] logits = [.. Samples.Floats(7 * classes, 3).Select(v => v * 30)];
        float[] probabilities = new float[logits.Length];

        Logits.Softmax(logits, classes, probabilities);

        for (int row = 0; row < 7; row++)
        {
            double[] powers = [.. logits[(row * classes)..((row + 1) * classes)].Select(v => Math.Exp(v))];
            Near(probabilities[(row * classes)..((row + 1) * classes)], [.. powers.Select(p => (float)(p / powers.Sum()))]);
        }
    }

    /// <summary>As <c>torch.softmax</c>.</summary>
    [Theory]
    [InlineData(new[] { 88f, 89, 1e4f }, new[] { 0f, 0, 1 })]
    [InlineData(new[] { 3e38f, 3e38f, 3e38f }, new[] { 1 / 3f, 1 / 3f, 1 / 3f })]
    [InlineData(new[] { -3e38f, 3e38f, 0 }, new[] { 0f, 1, 0 })]
    [InlineData(new[] { -1e4f, -1e4f, -Inf }, new[] { 0.5f, 0.5f, 0 })]
    [InlineData(new[] { 0f, -0f, -1e-45f }, new[] { 1 / 3f, 1 / 3f, 1 / 3f })]
    [InlineData(new[] { 0f, NaN, 0 }, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { 0f, Inf, 0 }, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { Inf, -Inf, NaN }, new[] { NaN, NaN, NaN })]
    [InlineData(new[] { -Inf, -Inf, -Inf }, new[] { NaN, NaN, NaN })]
    public void Softmax_OfExtremes_IsPyTorchs(float[] logits, float[] expected)
    {
        // Between two others, which do not change.
        float[] batch = [1, 1, 1, .. logits, 2, 2, 2];

        Logits.Softmax(batch, 3, batch);

        Near(batch, [1 / 3f, 1 / 3f, 1 / 3f, .. expected, 1 / 3f, 1 / 3f, 1 / 3f]);
    }

    /// <summary>As <c>torch.sigmoid</c>.</summary>
    [Fact]
    public void Sigmoid_IsPyTorchs_InPlaceToo()
    {
        float[] logits = [0, 1, -1, 20, -20, 100, -100, 3e38f, -3e38f, Inf, -Inf, NaN];
        float[] expected = [0.5f, 0.73105858f, 0.26894142f, 1, 2.0611537e-9f, 1, 3.783506e-44f, 1, 0, 1, 0, NaN];
        float[] probabilities = new float[logits.Length];

        Logits.Sigmoid(logits, probabilities);
        Logits.Sigmoid(logits, logits);

        Near(probabilities, expected);
        Near(logits, expected);
        Logits.Sigmoid([], []);
    }

    /// <summary>As <c>torch.argmax</c>, which takes the first of equals here, and NaN for the largest.</summary>
    [Theory]
    [InlineData(0, new[] { 5f })]
    [InlineData(1, new[] { 1f, 3, 2 })]
    [InlineData(0, new[] { 3f, 3, 3 })]
    [InlineData(1, new[] { -1f, 0, -0f, 0 })]
    [InlineData(0, new[] { -Inf, -Inf })]
    [InlineData(2, new[] { 1f, 3e38f, Inf, Inf })]
    [InlineData(1, new[] { Inf, NaN, NaN, Inf })]
    [InlineData(0, new[] { NaN, Inf, 5, NaN })]
    [InlineData(2, new[] { -Inf, -3e38f, NaN })]
    public void ArgMax_IsPyTorchs(int expected, float[] outputs)
    {
        int[] labels = new int[3];

        Logits.ArgMax(outputs).ShouldBe(expected);
        Logits.ArgMax([.. outputs, .. outputs, .. outputs], outputs.Length, labels);

        labels.ShouldBe([expected, expected, expected]);
    }

    [Fact]
    public void Images_HaveAClassAtEachPixel()
    {
        // Two images of 3 classes and 2 pixels: (batch, classes, pixels).
        float[] outputs = [1, 9, 5, 2, 3, 4, 0, 0, 0, 7, 1, 6];
        int[] labels = new int[4];
        float[] probabilities = new float[12];
        float[] row = new float[3];

        Logits.ArgMax(outputs, 3, labels, pixels: 2);
        Logits.Softmax(outputs, 3, probabilities, pixels: 2);

        labels.ShouldBe([1, 0, 2, 1]);
        for (int i = 0; i < 4; i++)
        {
            int at = (i / 2 * 6) + (i % 2);
            Logits.Softmax([outputs[at], outputs[at + 2], outputs[at + 4]], 3, row);
            new[] { probabilities[at], probabilities[at + 2], probabilities[at + 4] }.ShouldBe(row);
        }
    }

    [Fact]
    public void Predictions_BecomeProbabilitiesAndClasses()
    {
        using Classifier model = new(3);
        float[] outputs = new float[5 * Classifier.OutputSize];
        float[] inputs = Samples.Floats(5 * Classifier.InputSize, 1);
        int[] labels = new int[5];
        model.Predict(inputs, outputs);

        Logits.ArgMax(outputs, Classifier.OutputSize, labels);
        Logits.Softmax(outputs, Classifier.OutputSize, outputs);

        model.Evaluate(inputs, labels).Accuracy.ShouldBe(1);
        double loss = Enumerable.Range(0, 5).Average(i => -Math.Log(outputs[(i * Classifier.OutputSize) + labels[i]]));
        model.Evaluate(inputs, labels).Loss.ShouldBe(loss, 1e-6);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        float[] memory = new float[12];
        Refusal(() => Logits.Softmax(new float[7], 3, new float[7])).ShouldBe("expected one or more rows of 3 values, actual 7 values (Parameter 'logits')");
        Refusal(() => Logits.Softmax([], 3, [])).ShouldBe("expected one or more rows of 3 values, actual 0 values (Parameter 'logits')");
        Refusal(() => Logits.Softmax(new float[6], 3, new float[5])).ShouldBe("expected 6 values, actual 5 (Parameter 'probabilities')");
        Refusal(() => Logits.Softmax(new float[6], 0, new float[6])).ShouldBe("expected a number of 1 or more, actual 0 (Parameter 'classes')");
        Refusal(() => Logits.Softmax(new float[6], 3, new float[6], -1)).ShouldBe("expected a number of 1 or more, actual -1 (Parameter 'pixels')");
        Refusal(() => Logits.Softmax(new float[6], int.MaxValue, new float[6], int.MaxValue)).ShouldStartWith("expected one or more rows of 4611686014132420609 values, actual 6 values");
        Refusal(() => Logits.Softmax(memory.AsSpan(0, 6), 3, memory.AsSpan(2, 6))).ShouldBe("expected memory of its own or that of the logits, actual memory 2 values after theirs (Parameter 'probabilities')");
        Refusal(() => Logits.Sigmoid(memory.AsSpan(2, 6), memory.AsSpan(1, 6))).ShouldBe("expected memory of its own or that of the logits, actual memory -1 values after theirs (Parameter 'probabilities')");
        Refusal(() => Logits.Sigmoid(new float[6], new float[7])).ShouldBe("expected 6 values, actual 7 (Parameter 'probabilities')");
        Refusal(() => Logits.ArgMax(new float[6], 4, new int[2])).ShouldBe("expected one or more rows of 4 values, actual 6 values (Parameter 'outputs')");
        Refusal(() => Logits.ArgMax(new float[6], 3, new int[3])).ShouldBe("expected 2 labels (2 × 1), actual 3 (Parameter 'labels')");
        Refusal(() => Logits.ArgMax(new float[12], 3, new int[2], 2)).ShouldBe("expected 4 labels (2 × 2), actual 2 (Parameter 'labels')");
        Refusal(() => Logits.ArgMax([])).ShouldBe("expected one or more rows of 1 values, actual 0 values (Parameter 'outputs')");

        static string Refusal(Action action) => Should.Throw<ArgumentException>(action).Message.Split('\n')[0];
    }

    /// <summary>Equal but for rounding; NaN where NaN is expected.</summary>
    private static void Near(float[] actual, float[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            bool near = float.IsNaN(expected[i]) ? float.IsNaN(actual[i]) : MathF.Abs(actual[i] - expected[i]) <= 1e-5f * expected[i];
            near.ShouldBeTrue($"value {i}: expected {expected[i]}, actual {actual[i]}");
        }
    }
}
