using Shouldly;

namespace NetGen.Distributed.Tests;

/// <summary>N ranks on parts of each batch come to what one process comes to with the whole.</summary>
public sealed class SameResultTests
{
    /// <summary>Steps of 13 samples over 53: parts of unequal size, and a last batch of one sample, so that other ranks have none.</summary>
    private const int SampleCount = 53;

    public static TheoryData<string, int> Optimizers()
    {
        TheoryData<string, int> cases = [];
        foreach (string name in new[] { "sgd", "momentum", "adam", "amsgrad", "clipped", "accumulated" })
        {
            cases.Add(name, 2);
            cases.Add(name, 3);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void BatchNorms_OverAllRanks(string optimizer, int ranks) => Compare(() => new NormNet(7), Samples.Quarters(SampleCount), optimizer, ranks, t => t.SynchronizeBatchNorm = true);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void OnePhase_WithDropout(string optimizer, int ranks) => Compare(() => new PlainNet(7), Samples.Quarters(SampleCount), optimizer, ranks, _ => { });

    [Theory]
    [InlineData("momentum", 2)]
    [InlineData("clipped", 3)]
    [InlineData("accumulated", 2)]
    public void PhasesThatOneProcessStreams(string optimizer, int ranks) => Compare(() => new WideNet(7), Samples.Quarters(SampleCount), optimizer, ranks, _ => { });

    [Theory]
    [InlineData("momentum", 2)]
    [InlineData("clipped", 3)]
    [InlineData("accumulated", 2)]
    public void SpectralNorms(string optimizer, int ranks) => Compare(() => new SpectralNet(7), Samples.Quarters(SampleCount), optimizer, ranks, _ => { });

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void LabelsThatCountDifferently(int ranks) => Compare(() => new PixelNet(7), Samples.Pixels(SampleCount), "momentum", ranks, _ => { });

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void FloatTargets(int ranks) => Compare(() => new CurveNet(7), Samples.Curves(SampleCount), "adam", ranks, _ => { });

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void WeightsOfClasses(int ranks) => Compare(() => new PlainNet(7), Samples.Quarters(SampleCount), "momentum", ranks, t => t.ClassWeights = [1, 3, 0.5f, 2]);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void WhatChangesSamples_IsTheSame(int ranks) => Compare(() => new PlainNet(7), Samples.Quarters(SampleCount), "momentum", ranks, t => t.Transform = Noise);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void AnAverage_IsTheSame(int ranks) => Compare(() => new PlainNet(7), Samples.Quarters(SampleCount), "momentum", ranks, t => t.Average = new ExponentialMovingAverage(0.9));

    [Fact]
    public void Streams_AreRead_ByAll()
    {
        TensorDataset set = Samples.Quarters(SampleCount);
        float[] one = Train(null);
        foreach (float[] each in ThreadWorld.Run(3, Train))
        {
            Weights.ShouldBeNear(each, one);
        }

        float[] Train(World? world)
        {
            using PlainNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.05f)) { World = world, BatchSize = 13, Epochs = 2, Seed = 3 };
            trainer.Fit(new SampleStream([2, 8, 8], Read()) { ShuffleBuffer = 20 });
            return Weights.Of(model);
        }

        async IAsyncEnumerable<Sample> Read()
        {
            float[] input = new float[128];
            int[] label = new int[1];
            for (int i = 0; i < set.Count; i++)
            {
                await Task.CompletedTask;
                set.CopyInput(i, input);
                set.CopyLabels(i, label);
                yield return Sample.Of([.. input], label[0]);
            }
        }
    }

    [Fact]
    public void TwoRuns_AreEqual_ToTheBit()
    {
        float[] first = Run();
        Run().ShouldBe(first);

        static float[] Run()
        {
            float[][] ranks = ThreadWorld.Run(3, world => Train(world, () => new NormNet(7), Samples.Quarters(SampleCount), "adam", t => t.SynchronizeBatchNorm = true).Weights);
            ranks[1].ShouldBe(ranks[0]);
            ranks[2].ShouldBe(ranks[0]);
            return ranks[0];
        }
    }

    [Fact]
    public void BatchNorms_OfEachRank_HaveTheMeanOfTheirStatistics()
    {
        float[][] ranks = ThreadWorld.Run(3, world => Train(world, () => new NormNet(7), Samples.Quarters(48), "sgd", t => t.BatchSize = 12).Weights);

        ranks[1].ShouldBe(ranks[0]);
        ranks[2].ShouldBe(ranks[0]);
        ranks[0].ShouldAllBe(v => float.IsFinite(v));
    }

    [Fact]
    public void AllGradients_AreSentOnce_InSeveralMessages()
    {
        (int Sums, long Floats)[] sent = ThreadWorld.Run(2, world =>
        {
            using PlainNet model = new(7) { Threads = 1 };
            new Trainer(model, new Sgd(0.05f)) { World = world, BatchSize = 10, Epochs = 1 }.Fit(Samples.Quarters(30));
            return world.Sent;
        });

        using PlainNet net = new(1);
        sent.ShouldAllBe(s => s.Floats == 3L * net.Parameters.TrainableCount);
    }

    /// <summary>Of each step the gradients by the dense layers go out in two messages, those by the convolution in a third.</summary>
    [Fact]
    public void LargeGradients_GoAhead()
    {
        (int Sums, long Floats)[] sent = ThreadWorld.Run(2, world =>
        {
            using WideNet model = new(7) { Threads = 1 };
            new Trainer(model, new Sgd(0.05f)) { World = world, BatchSize = 10, Epochs = 1 }.Fit(Samples.Quarters(30));
            return world.Sent;
        });

        sent.ShouldAllBe(s => s.Sums == 9 && s.Floats == 3 * (603_004 + 257_000 + 304));
    }

    [Fact]
    public void Validation_IsSharedToo_WithTheSameBits()
    {
        EpochResult one = Train(null, () => new PlainNet(7), Samples.Quarters(SampleCount), "sgd", Validate).Last;
        EpochResult[] ranks = ThreadWorld.Run(3, world => Train(world, () => new PlainNet(7), Samples.Quarters(SampleCount), "sgd", Validate).Last);

        ranks.ShouldAllBe(r => r.Validation == ranks[0].Validation && r.Metrics.SequenceEqual(ranks[0].Metrics));
        ranks[0].Validation!.Value.Count.ShouldBe(41);
        ranks[0].Validation!.Value.Loss.ShouldBe(one.Validation!.Value.Loss, 1e-5);
        ranks[0].Metrics.Count.ShouldBe(2);
        ranks[0].Metrics[0].Value.ShouldBe(one.Metrics[0].Value, 1e-9);
        ranks[0].Loss.ShouldBe(one.Loss, 1e-5);
        ranks[0].Accuracy.ShouldBe(one.Accuracy);
        ranks[0].Ranks.Select(r => r.Rank).ShouldBe([0, 1, 2]);
        ranks[0].Ranks.ShouldAllBe(r => r.Waiting >= 0 && r.Waiting <= 1 && r.Name == $"thread {r.Rank}");
        one.Ranks.ShouldBeEmpty();

        static void Validate(Trainer trainer)
        {
            trainer.Metrics.Add(new TopK(2));
            trainer.Metrics.Add(new MeanIoU(4));
        }
    }

    [Fact]
    public void AWorldOfOne_IsNone()
    {
        Outcome alone = Train(null, () => new NormNet(7), Samples.Quarters(SampleCount), "adam", _ => { });
        Outcome[] one = ThreadWorld.Run(1, world => Train(world, () => new NormNet(7), Samples.Quarters(SampleCount), "adam", _ => { }));

        one[0].Weights.ShouldBe(alone.Weights);
        one[0].Last.Ranks.ShouldBeEmpty();
    }

    [Fact]
    public void AStepInAWorldOfOne_AllocatesNothing()
    {
        long[] bytes = ThreadWorld.Run(1, world =>
        {
            long[] allocated = new long[20];
            using NormNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Adam()) { World = world, BatchSize = 5, Epochs = 1, LoaderThreads = 0 };
            trainer.Callbacks.Add(new LambdaCallback { StepEnd = state => allocated[state.Step - 1] = GC.GetAllocatedBytesForCurrentThread() });
            trainer.Fit(Samples.Quarters(100));
            return allocated[^1] - allocated[4];
        });

        bytes[0].ShouldBe(0);
    }

    private static void Compare(Func<Model> make, Dataset data, string optimizer, int ranks, Action<Trainer> set)
    {
        Outcome one = Train(null, make, data, optimizer, set);
        foreach (Outcome each in ThreadWorld.Run(ranks, world => Train(world, make, data, optimizer, set)))
        {
            Weights.ShouldBeNear(each.Weights, one.Weights);
            each.Last.Loss.ShouldBe(one.Last.Loss, 1e-5 * Math.Max(1, one.Last.Loss));
        }
    }

    private static Outcome Train(World? world, Func<Model> make, Dataset data, string optimizer, Action<Trainer> set)
    {
        using Model model = make();
        model.Threads = 1;
        Optimizer how = optimizer switch
        {
            "sgd" => new Sgd(0.05f),
            "adam" => new Adam(0.002f) { WeightDecay = 0.01 },
            "amsgrad" => new AmsGrad(0.002f),
            "clipped" => new Sgd(0.05f) { Momentum = 0.9, GradientClipNorm = 0.1 },
            _ => new Sgd(0.02f) { Momentum = 0.9, WeightDecay = 0.001 },
        };
        Trainer trainer = new(model, how) { World = world, BatchSize = 13, Epochs = 4, Seed = 3, AccumulateBatches = optimizer == "accumulated" ? 2 : 1 };
        set(trainer);
        TrainingResult result = trainer.Fit(data, trainer.Metrics.Count > 0 ? Samples.Quarters(41, 9) : null);
        return new Outcome(Weights.Of(model), result.Epochs[^1]);
    }

    private static void Noise(Span<float> input, ref RandomSource random) => input[0] += random.NextSingle();

    private sealed record Outcome(float[] Weights, EpochResult Last);
}
