using Shouldly;

namespace NetGen.Tests.Evaluating;

/// <summary>Metrics of small batches, by hand.</summary>
public sealed class MetricTests
{
    /// <summary>Three predictions of four classes; the labels' places by size are the first, the second, and the last.</summary>
    private static readonly float[] Outputs = [0.1f, 0.6f, 0.2f, 0.1f, 3, -1, 2, 0, 0, -5, 1, 2];
    private static readonly int[] Labels = [1, 2, 1];

    [Theory]
    [InlineData(1, 1 / 3.0)]
    [InlineData(2, 2 / 3.0)]
    [InlineData(3, 2 / 3.0)]
    [InlineData(4, 1.0)]
    public void TopK_ByHand(int k, double expected)
    {
        TopK metric = new(k);
        metric.Add(new EvaluationBatch([4], Outputs, Labels));

        metric.Value.ShouldBe(expected);
        metric.Name.ShouldBe($"top-{k} accuracy");
        metric.Reset();
        metric.Value.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public void TopK_OfEqualOutputs_TakesTheLowerClasses(int label, int place)
    {
        foreach (float value in new[] { 0.5f, float.NaN, float.NegativeInfinity })
        {
            for (int k = 1; k <= 3; k++)
            {
                TopK metric = new(k);
                metric.Add(new EvaluationBatch([3], [value, value, value], new[] { label }));
                metric.Value.ShouldBe(place <= k ? 1 : 0, $"{value}, k = {k}");
            }
        }
    }

    [Fact]
    public void TopOne_IsAccuracy_AlsoWithNaN()
    {
        float[] values = [1, float.NaN, float.PositiveInfinity, 0];
        for (int label = 0; label < 4; label++)
        {
            TopK top = new(1);
            Accuracy accuracy = new();
            EvaluationBatch batch = new([4], values, new[] { label });
            top.Add(batch);
            accuracy.Add(batch);
            accuracy.Value.ShouldBe(label == 1 ? 1 : 0);
            top.Value.ShouldBe(accuracy.Value);
        }
    }

    [Fact]
    public void Accuracy_OfSoftTargets_IsByTheLargestShare()
    {
        Accuracy accuracy = new();
        accuracy.Add(new EvaluationBatch([2], [1, 0, 0, 1], new[] { 0.7f, 0.3f, 0.6f, 0.4f }));

        accuracy.Value.ShouldBe(0.5);
        accuracy.Count.ShouldBe(2);
    }

    /// <summary>Each step of a sequence is a prediction, whose classes follow each other.</summary>
    [Fact]
    public void Accuracy_OfSequences_IsOverTheSteps()
    {
        float[] outputs = [1, 2, 3, 9, 8, 7, 0, 5, 1, 4, 2, 3];
        Accuracy accuracy = new();
        accuracy.Add(new EvaluationBatch([2, 3], outputs, new[] { 2, 0, 0, 1 }));

        accuracy.Value.ShouldBe(0.5);
        EvaluationBatch batch = new([2, 3], outputs, new[] { 2, 0, 0, 1 });
        (batch.Classes, batch.Pixels, batch.Predictions).ShouldBe((3, 2, 4));
        int[] predicted = [batch.PredictedOf(0), batch.PredictedOf(1), batch.PredictedOf(2), batch.PredictedOf(3)];
        predicted.ShouldBe([2, 0, 1, 0]);
        batch.OutputOf(1, 2).ShouldBe(7);
    }

    [Fact]
    public void Errors_ByHand()
    {
        MeanAbsoluteError absolute = new();
        RootMeanSquaredError squared = new();
        foreach (Metric metric in new Metric[] { absolute, squared })
        {
            metric.Value.ShouldBe(0);
            metric.Add(new EvaluationBatch([2], [1, 2], new float[] { 2, 0 }));
            metric.Add(new EvaluationBatch([2], [0, -3], new float[] { 0, 0 }));
        }

        absolute.Value.ShouldBe((1 + 2 + 0 + 3) / 4.0);
        squared.Value.ShouldBe(Math.Sqrt((1 + 4 + 0 + 9) / 4.0));
    }

    [Fact]
    public void Segmentation_HasClassesInPlanes()
    {
        // Two images of 1×2 pixels and three classes: the best classes of the pixels are 0 2 and 1 0.
        float[] outputs =
        [
            9, 1, /**/ 2, 3, /**/ 4, 5,
            1, 7, /**/ 2, 3, /**/ 0, 6,
        ];
        int[] labels = [0, 1, 1, 255];
        EvaluationBatch batch = new([3, 1, 2], outputs, labels, ignoreLabel: 255);
        ConfusionMatrix matrix = new(3);
        Accuracy accuracy = new();
        TopK top = new(2);
        matrix.Add(batch);
        accuracy.Add(batch);
        top.Add(batch);

        batch.Count.ShouldBe(2);
        batch.Predictions.ShouldBe(4);
        batch.OutputOf(2, 1).ShouldBe(2);
        batch.PredictedOf(3).ShouldBe(0);
        matrix.Counts.Cast<long>().ShouldBe([1, 0, 0, 0, 1, 1, 0, 0, 0]);
        matrix.MeanIoU.ShouldBe((1 + 0.5 + 0) / 3);

        MeanIoU metric = new(3);
        metric.Add(batch);
        (metric.Name, metric.Value).ShouldBe(("mean IoU", matrix.MeanIoU));
        metric.Reset();
        metric.Value.ShouldBe(0);
        accuracy.Value.ShouldBe(2 / 3.0);
        accuracy.Count.ShouldBe(3);
        top.Value.ShouldBe(1);
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new TopK(0)).ParamName.ShouldBe("k");
        Should.Throw<ArgumentException>(() => new TopK(5).Add(new EvaluationBatch([4], Outputs, Labels))).Message.ShouldContain("expected 5 classes or more");
        Should.Throw<ArgumentException>(() => new MeanAbsoluteError().Add(new EvaluationBatch([4], Outputs, Labels))).Message.ShouldContain("expected targets");
        Should.Throw<InvalidOperationException>(() => new Accuracy().Add(new EvaluationBatch([4], Outputs, new[] { 0, 4, 0 }))).Message
            .ShouldBe("label 1 of the batch: expected a class from 0 to 3, actual 4");
        Should.Throw<ArgumentException>(() => { _ = new EvaluationBatch([4], Outputs, new int[2]); }).ParamName.ShouldBe("labels");
        Should.Throw<ArgumentException>(() => { _ = new EvaluationBatch([4], Outputs, new float[2]); }).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => { _ = new EvaluationBatch([5], Outputs, Labels); }).ParamName.ShouldBe("outputs");
        Should.Throw<ArgumentException>(() => { _ = new EvaluationBatch([], Outputs, Labels); }).ParamName.ShouldBe("outputShape");
    }
}
