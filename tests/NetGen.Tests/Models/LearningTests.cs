using NetGen.Tests.Training;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Generated models learn.</summary>
public sealed class LearningTests
{
    private static readonly Dictionary<string, Func<Optimizer>> s_optimizers = new()
    {
        ["Sgd"] = () => new Sgd(0.5f),
        ["Sgd momentum"] = () => new Sgd(0.1f) { Momentum = 0.9 },
        ["Sgd Nesterov"] = () => new Sgd(0.1f) { Momentum = 0.9, Nesterov = true },
        ["AdaGrad"] = () => new AdaGrad(0.1f),
        ["RmsProp"] = () => new RmsProp(0.005f),
        ["Adam"] = () => new Adam(0.02f),
        ["AmsGrad"] = () => new AmsGrad(0.02f),
        ["AdamW"] = () => new AdamW(0.02f),
    };

    public static TheoryData<string> Optimizers => [.. s_optimizers.Keys];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void ABatch_IsLearnedByHeart(string name)
    {
        using Classifier model = new(4) { Threads = 1 };
        Optimizer optimizer = s_optimizers[name]();
        float[] inputs = Samples.Floats(16 * Classifier.InputSize, 1);
        int[] labels = Samples.Labels(16, 4, 2);
        double first = model.Evaluate(inputs, labels).Loss;
        for (int step = 0; step < 600; step++)
        {
            model.TrainStep(inputs, labels, optimizer);
        }

        StepResult last = model.Evaluate(inputs, labels);

        first.ShouldBeGreaterThan(0.5);
        last.Loss.ShouldBeLessThan(0.05);
        last.Accuracy.ShouldBe(1);
    }

    [Fact]
    public void ARegression_IsLearnedByHeart()
    {
        using Regression model = new(4) { Threads = 1 };
        Adam optimizer = new(0.01f);
        float[] inputs = Samples.Floats(12 * Regression.InputSize, 1);
        float[] targets = Samples.Floats(12 * Regression.OutputSize, 2);
        for (int step = 0; step < 1500; step++)
        {
            model.TrainStep(inputs, targets, optimizer);
        }

        model.Evaluate(inputs, targets).Loss.ShouldBeLessThan(1e-3);
    }

    [Fact]
    public void Convolutions_LearnABatchByHeart()
    {
        using ThreadedNet model = new(4);
        Adam optimizer = new(0.005f);
        float[] inputs = Samples.Floats(10 * ThreadedNet.InputSize, 1);
        int[] labels = Samples.Labels(10, 5, 2);
        for (int step = 0; step < 200; step++)
        {
            model.TrainStep(inputs, labels, optimizer);
        }

        model.Evaluate(inputs, labels).Accuracy.ShouldBe(1);
    }

    [Fact]
    public void Fit_Learns()
    {
        using PlaneNet model = new(1);
        Trainer trainer = new(model, new Adam(0.02f)) { BatchSize = 16, Epochs = 8 };

        TrainingResult result = trainer.Fit(Clusters.Make(300, 1), Clusters.Make(60, 2));

        result.Cancelled.ShouldBeFalse();
        result.Epochs.Count.ShouldBe(8);
        result.Epochs[^1].Loss.ShouldBeLessThan(result.Epochs[0].Loss);
        result.Epochs[^1].Validation!.Value.Accuracy.ShouldBeGreaterThan(0.95);
        Trainer.Evaluate(model, Clusters.Make(60, 2)).Correct.ShouldBe(result.Epochs[^1].Validation!.Value.Correct);
    }

    [Fact]
    public void Fit_HasTheSameBits_BySeed_WhateverTheThreads()
    {
        int[] one = Train(seed: 3, threads: 1);

        Train(seed: 3, threads: 1).ShouldBe(one);
        Train(seed: 3, threads: 3).ShouldBe(one);
        Train(seed: 4, threads: 1).ShouldNotBe(one);

        static int[] Train(ulong seed, int threads)
        {
            using PlaneNet model = new(7) { Threads = threads };
            new Trainer(model, new Adam(0.01f)) { BatchSize = 24, Epochs = 3, Seed = seed }.Fit(Clusters.Make(100, 1), Clusters.Make(20, 2));
            return Samples.Bits(model);
        }
    }

    [Fact]
    public void Fit_EndsBetweenSteps_WhenCancelled()
    {
        using CancellationTokenSource source = new();
        using PlaneNet model = new(1) { Threads = 2 };
        Reports reports = new(_ => source.Cancel());
        Trainer trainer = new(model, new Adam()) { BatchSize = 10, Epochs = 5, Progress = reports };

        TrainingResult result = trainer.Fit(Clusters.Make(100, 1), null, source.Token);

        result.Cancelled.ShouldBeTrue();
        result.Steps.ShouldBe(reports[^1].Step);
        model.Parameters.TrainableValues.ToArray().ShouldAllBe(v => float.IsFinite(v));
    }
}
