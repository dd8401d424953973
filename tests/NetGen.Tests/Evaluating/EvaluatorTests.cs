using NetGen.Tests.Models;
using NetGen.Tests.Training;
using Shouldly;

namespace NetGen.Tests.Evaluating;

/// <summary>The evaluator agrees with Evaluate and with plain loops, whatever the batches are.</summary>
public sealed class EvaluatorTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 1)]
    [InlineData(30, 2)]
    [InlineData(1000, 0)]
    public void Model_IsEvaluated_WhateverTheBatches(int batchSize, int loaderThreads)
    {
        using SoftmaxRegression model = new(2, 3, seed: 5);
        TensorDataset set = Clusters.Make(30, 1);
        StepResult expected = model.Evaluate(Inputs(set), Labels(set));
        ConfusionMatrix matrix = new(3);
        TopK top = new(2);
        matrix.Add(0, 0);

        EvaluationResult result = Evaluator.Run(model, set, new EvaluationOptions { BatchSize = batchSize, LoaderThreads = loaderThreads }, matrix, top);

        result.Loss!.Value.ShouldBe(expected.Loss, 1e-7);
        result.Accuracy.ShouldBe(expected.Accuracy);
        result.Count.ShouldBe(30);
        result.Metrics.ShouldBe([matrix, top]);
        matrix.Total.ShouldBe(30);
        matrix.Accuracy.ShouldBe(expected.Accuracy);
        top.Value.ShouldBeGreaterThanOrEqualTo(expected.Accuracy);
    }

    [Fact]
    public void Predictor_HasNoLoss_AndTheSameAccuracy()
    {
        using Classifier model = new(3);
        using Predictor predictor = model.CreatePredictor();
        TensorDataset set = new([6], Samples.Floats(6 * 40, 1), Samples.Labels(40, 4, 2));

        EvaluationResult result = Evaluator.Run(predictor, set);

        result.Loss.ShouldBeNull();
        result.Accuracy.ShouldBe(Evaluator.Run(model, set).Accuracy);
        result.Metrics.ShouldBeEmpty();
    }

    [Fact]
    public void Segmenter_IsEvaluatedByPixel()
    {
        using Segmenter model = new(3);
        int[] labels = Samples.Labels(5 * 16, 3, 2);
        float[] inputs = Samples.Floats(5 * 32, 1);
        StepResult expected = model.Evaluate(inputs, labels);
        ConfusionMatrix matrix = new(3);

        EvaluationResult result = Evaluator.Run(model, new TensorDataset([2, 4, 4], inputs, labels), new EvaluationOptions { BatchSize = 2 }, matrix);

        result.Count.ShouldBe(80);
        result.Loss!.Value.ShouldBe(expected.Loss, 1e-6);
        result.Accuracy.ShouldBe(expected.Accuracy);
        matrix.Accuracy.ShouldBe(expected.Accuracy);
        for (int c = 0; c < 3; c++)
        {
            matrix.Support(c).ShouldBe(labels.Count(l => l == c));
        }
    }

    [Fact]
    public void IgnoredLabel_IsLeftOut_AndThereIsNoLoss()
    {
        using Segmenter model = new(3);
        int[] labels = Samples.Labels(5 * 16, 3, 2);
        labels[3] = labels[70] = 255;
        TensorDataset set = new([2, 4, 4], Samples.Floats(5 * 32, 1), labels);

        EvaluationResult result = Evaluator.Run(model, set, new EvaluationOptions { IgnoreLabel = 255 });

        result.Count.ShouldBe(78);
        result.Loss.ShouldBeNull();
        result.Accuracy.ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => Evaluator.Run(model, set));
    }

    [Fact]
    public void Regression_HasErrorsInsteadOfAccuracy()
    {
        using Regression model = new(3);
        float[] inputs = Samples.Floats(9 * 6, 1);
        float[] targets = Samples.Floats(9 * 2, 2);
        float[] outputs = new float[18];
        model.Predict(inputs, outputs);

        EvaluationResult result = Evaluator.Run(
            model, new TensorDataset([6], inputs, targets), new EvaluationOptions { BatchSize = 4 }, new MeanAbsoluteError(), new RootMeanSquaredError());

        double[] differences = [.. outputs.Zip(targets, (y, t) => (double)y - t)];
        result.Accuracy.ShouldBeNull();
        result.Count.ShouldBe(9);
        result.Loss!.Value.ShouldBe(differences.Average(d => d * d), 1e-6);
        result.Metrics[0].Value.ShouldBe(differences.Average(Math.Abs), 1e-12);
        result.Metrics[1].Value.ShouldBe(Math.Sqrt(differences.Average(d => d * d)), 1e-12);
    }

    [Fact]
    public void SoftTargets_CountByTheirLargestShare()
    {
        using SoftmaxRegression model = new(2, 3, seed: 5);
        TensorDataset set = Clusters.Make(30, 1);
        using Predictor predictor = model.CreatePredictor();

        EvaluationResult result = Evaluator.Run(predictor, set.OneHot(3, smoothing: 0.2f));

        result.Accuracy.ShouldBe(Evaluator.Run(model, set).Accuracy);
    }

    [Fact]
    public void Result_AsText()
    {
        TopK top = new(2);
        top.Add(new EvaluationBatch([3], [1, 2, 3], new[] { 1 }));

        new EvaluationResult(0.03125, 0.9, 1234, [top]).ToString().ShouldBe("loss 0.0313, accuracy 0.9000, top-2 accuracy 1.0000 (1234 predictions)");
        new EvaluationResult(null, null, 1, []).ToString().ShouldBe("(1 predictions)");
    }

    [Fact]
    public void Progress_AndCancellation()
    {
        TensorDataset set = new([1], new float[5], new int[5]);
        using CancellationTokenSource source = new();
        List<EvaluationProgress> seen = [];
        EvaluationOptions options = new() { BatchSize = 2, Cancellation = source.Token, Progress = new Told(seen.Add) };
        FunctionPredictor predictor = FunctionPredictor.Identity(1);

        Evaluator.Run(predictor, set, options);
        seen.ShouldBe([new(2, 5), new(4, 5), new(5, 5)]);

        options = options with { Progress = new Told(_ => source.Cancel()) };
        Should.Throw<OperationCanceledException>(() => Evaluator.Run(predictor, set, options));
        predictor.Seen.Count.ShouldBe(5 + 2);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        FunctionPredictor predictor = FunctionPredictor.Identity(3);
        TensorDataset set = new([3], new float[6], new int[2]);
        TopK top = new(1);

        Should.Throw<ArgumentException>(() => Evaluator.Run(predictor, set, top, top)).Message.ShouldContain("top-1 accuracy twice");
        Should.Throw<ArgumentException>(() => Evaluator.Run(predictor, set.Slice(0, 0))).Message.ShouldContain("expected one sample or more");
        Should.Throw<ArgumentException>(() => Evaluator.Run(predictor, new TensorDataset([2], new float[4], new int[2]))).Message
            .ShouldContain("expected inputs of shape (3) for function, actual (2)");
        Should.Throw<ArgumentException>(() => Evaluator.Run(predictor, new TensorDataset([3], new float[3], new int[2]))).Message.ShouldContain("expected 1 labels");
        Should.Throw<ArgumentException>(() => Evaluator.Run(predictor, new TensorDataset([3], new float[3], new float[2]))).Message.ShouldContain("expected 3 targets");
        Should.Throw<ArgumentOutOfRangeException>(() => new EvaluationOptions { BatchSize = 0 }).ParamName.ShouldBe("BatchSize");
    }

    [Fact]
    public void MostMistaken_ByHand()
    {
        // Probabilities of the label: 0.5, 1/(1+e²), 0, 0.9, 1/(1+e²); the third loss is 200, beyond a float's probabilities.
        float[] logits = [1, 1, 2, 0, 200, 0, (float)Math.Log(9), 0, 0, 2];
        TensorDataset set = new([2], logits, [0, 1, 1, 0, 0]);

        IReadOnlyList<MistakenSample> found = Evaluator.MostMistaken(FunctionPredictor.Identity(2), set, 4, new EvaluationOptions { BatchSize = 2 });

        found.Select(s => s.Index).ShouldBe([2, 1, 4, 0]);
        found.Select(s => s.Label).ShouldBe([1, 1, 0, 0]);
        found.Select(s => s.Predicted).ShouldBe([0, 0, 1, 0]);
        found.Select(s => s.IsCorrect).ShouldBe([false, false, false, true]);
        found[0].Loss.ShouldBe(200, 1e-9);
        found[1].Loss.ShouldBe(Math.Log(1 + Math.Exp(2)), 1e-9);
        found[1].LabelProbability.ShouldBe(1 / (1 + Math.Exp(2)), 1e-9);
        found[1].PredictedProbability.ShouldBe(1 / (1 + Math.Exp(-2)), 1e-9);
        found[3].LabelProbability.ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void MostMistaken_OfProbabilities_AndOfNoNumbers()
    {
        float[] probabilities = [0.25f, 0.75f, 0, 1, float.NaN, float.NaN, 0.5f, 0.5f];
        TensorDataset set = new([2], probabilities, [0, 0, 0, 255]);

        IReadOnlyList<MistakenSample> found =
            Evaluator.MostMistaken(new FunctionPredictor([2], [2], x => x) { GivesProbabilities = true }, set, 4, new EvaluationOptions { IgnoreLabel = 255 });

        found.Select(s => s.Index).ShouldBe([1, 2, 0]);
        found[0].Loss.ShouldBe(double.PositiveInfinity);
        found[2].Loss.ShouldBe(Math.Log(4), 1e-12);
    }

    [Fact]
    public void MostMistaken_RefusesWhatHasNoClassASample()
    {
        using Regression regression = new(1);
        using Segmenter segmenter = new(1);
        TensorDataset set = new([6], new float[6], new int[1]);

        Should.Throw<ArgumentException>(() => Evaluator.MostMistaken(regression, set, 1)).Message.ShouldContain("expected a classifier, actual Regression");
        Should.Throw<ArgumentException>(() => Evaluator.MostMistaken(segmenter, set, 1)).Message.ShouldContain("actual Segmenter with outputs of shape (3, 4, 4)");
        Should.Throw<ArgumentOutOfRangeException>(() => Evaluator.MostMistaken(FunctionPredictor.Identity(6), set, 2)).ParamName.ShouldBe("count");
        Should.Throw<ArgumentException>(() => Evaluator.MostMistaken(FunctionPredictor.Identity(6), set.Slice(0, 0), 1)).Message.ShouldContain("expected one sample or more");
    }

    private static float[] Inputs(Dataset set) => set.Batches(set.Count).Single().Inputs.ToArray();

    private static int[] Labels(Dataset set) => set.Batches(set.Count).Single().Labels.ToArray();

    /// <summary>Tells at once, on the same thread.</summary>
    private sealed class Told(Action<EvaluationProgress> tell) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => tell(value);
    }
}
