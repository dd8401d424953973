using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>Trainings whose samples come one after the other.</summary>
public sealed class SampleStreamTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(10)]
    public void InOrder_TheBatchesAreTheSequences(int? known)
    {
        List<float> seen = [];
        List<int> sizes = [];
        using SoftmaxRegression model = new(1, 2) { Threads = 1, Seen = seen.AddRange };
        Trainer trainer = new(model, new Sgd(0)) { BatchSize = 4, Epochs = 2 };
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => sizes.Add(s.LastStep.Count) });

        TrainingResult result = trainer.Fit(new SampleStream([1], Streams.Of(Clusters.Numbered(10))) { SamplesPerEpoch = known });

        seen.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        sizes.ShouldBe([4, 4, 2, 4, 4, 2]);
        result.Steps.ShouldBe(6);
        result.Epochs.Count.ShouldBe(2);
    }

    /// <summary>Worked through with a list: of three that are kept one is drawn, the last takes its place, and the next comes at the end.</summary>
    [Fact]
    public void Shuffled_TheOrderIsThatOfTheBuffer()
    {
        List<float> expected = [];
        for (int epoch = 1; epoch <= 2; epoch++)
        {
            RandomSource random = new(5, epoch, -1);
            List<float> kept = [0, 1, 2];
            for (int next = 3; kept.Count > 0; next++)
            {
                int place = random.Next(kept.Count);
                expected.Add(kept[place]);
                kept[place] = kept[^1];
                kept.RemoveAt(kept.Count - 1);
                if (next < 11)
                {
                    kept.Add(next);
                }
            }
        }

        Order(new SampleStream([1], Streams.Of(Clusters.Numbered(11))) { ShuffleBuffer = 3 }).ShouldBe(expected);
        Order(new SampleStream([1], Streams.Of(Clusters.Numbered(11))) { ShuffleBuffer = 3, SamplesPerEpoch = 11 }).ShouldBe(expected);
        expected[..11].Order().ShouldBe(Enumerable.Range(0, 11).Select(i => (float)i));

        static List<float> Order(SampleStream stream)
        {
            List<float> seen = [];
            using SoftmaxRegression model = new(1, 2) { Threads = 1, Seen = seen.AddRange };
            new Trainer(model, new Sgd(0)) { BatchSize = 4, Epochs = 2, Seed = 5 }.Fit(stream);
            return seen;
        }
    }

    [Fact]
    public void TheBits_DoNotDependOnTheThreads()
    {
        float[] one = Train(0, known: true);
        foreach (int threads in (int[])[1, 2, 5])
        {
            Train(threads, known: true).ShouldBe(one);
            Train(threads, known: false).ShouldBe(one);
        }

        static float[] Train(int threads, bool known)
        {
            using SoftmaxRegression model = new(2, 3) { Threads = 1 };
            Trainer trainer = Make(model, null, threads);
            trainer.Fit(Stream(known));
            return model.Parameters.TrainableValues.ToArray();
        }
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public void EndedAtAnyStep_TheBitsAreTheSame(bool known, int checkpointSteps)
    {
        float[] whole = Train(null, int.MaxValue, 0);
        for (int stopAt = 1; stopAt <= 14; stopAt++)
        {
            using TempFolder folder = new();
            Should.Throw<Killed>(() => Train(folder["c"], stopAt, checkpointSteps));

            Train(folder["c"], int.MaxValue, checkpointSteps).ShouldBe(whole, $"ended after step {stopAt}");
        }

        float[] Train(string? path, int stopAt, int steps)
        {
            using SoftmaxRegression model = new(2, 3) { Threads = 1 };
            Trainer trainer = Make(model, path, 2);
            trainer.CheckpointSteps = steps;
            trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => KillAt(s, stopAt) });
            trainer.Fit(Stream(known), Clusters.Make(10, 2));
            return model.Parameters.TrainableValues.ToArray();
        }

        static void KillAt(TrainingState state, int step)
        {
            if (state.Step == step)
            {
                throw new Killed();
            }
        }
    }

    /// <summary>A data set has another order, and a larger buffer another mixture.</summary>
    [Fact]
    public void ACheckpointOfOtherSamples_IsRefused()
    {
        using TempFolder folder = new();
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        Trainer trainer = Make(model, folder["c"], 0);
        trainer.Fit(Stream(known: true));

        Should.Throw<WeightFileException>(() => trainer.Fit(Clusters.Make(50, 1))).Problems.ShouldContain("metadata \"samples\": expected \"50\", actual \"50 of a stream\"");
        Should.Throw<WeightFileException>(() => trainer.Fit(Stream(known: false))).Problems.ShouldContain("metadata \"samples\": expected \"all of a stream\", actual \"50 of a stream\"");
        SampleStream other = new([2], Streams.Of(Clusters.Make(50, 1))) { SamplesPerEpoch = 50, ShuffleBuffer = 8 };
        Should.Throw<WeightFileException>(() => trainer.Fit(other)).Problems.ShouldContain("metadata \"shuffle_buffer\": expected \"8\", actual \"9\"");
    }

    [Fact]
    public void OfAnEndlessOne_AnEpochTakesSoMany()
    {
        List<float> seen = [];
        using SoftmaxRegression model = new(1, 2) { Threads = 1, Seen = seen.AddRange };
        Trainer trainer = new(model, new Sgd(0)) { BatchSize = 4, DropLast = true, Schedule = new CosineSchedule(0.1) };

        trainer.Fit(new SampleStream([1], _ => Streams.Endless()) { SamplesPerEpoch = 10 }).Steps.ShouldBe(2);

        seen.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(9, 0)]
    [InlineData(9, 3)]
    public void WhatTheSequenceThrows_ComesWithItsPlace(int? known, int threads)
    {
        using SoftmaxRegression model = new(1, 2);
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 2, LoaderThreads = threads };
        InvalidDataException cause = new("no picture");

        SampleStreamException e = Should.Throw<SampleStreamException>(() => trainer.Fit(new SampleStream([1], Streams.Then(7, _ => throw cause)) { SamplesPerEpoch = known }));

        e.Message.ShouldBe("epoch 1, sample 7: no picture");
        e.InnerException.ShouldBe(cause);
        (e.Epoch, e.Sample).ShouldBe((1, 7));
        model.Steps.ShouldBe(3);
    }

    /// <summary>Whichever thread is first to fill or to fail.</summary>
    [Fact]
    public void BatchesBeforeAFailure_AreTrainedOn()
    {
        for (int run = 0; run < 100; run++)
        {
            using SoftmaxRegression model = new(1, 2) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 2, LoaderThreads = 3 };

            Should.Throw<SampleStreamException>(() => trainer.Fit(new SampleStream([1], Streams.Then(7, _ => throw new InvalidDataException("no picture"))) { SamplesPerEpoch = 9 }));

            model.Steps.ShouldBe(3, $"run {run}");
        }
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        using SoftmaxRegression model = new(1, 2);
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 2 };
        Should.Throw<SampleStreamException>(() => trainer.Fit(Last(Sample.Of([1, 2], 0)))).Message.ShouldBe("epoch 1, sample 3: expected 1 floats for an input of shape (1), actual 2");
        Should.Throw<SampleStreamException>(() => trainer.Fit(Last(Sample.Of([1], 0.5f)))).Message.ShouldBe("epoch 1, sample 3: expected 1 labels and 0 targets, actual 0 and 1");
        Should.Throw<SampleStreamException>(() => trainer.Fit(Last(default))).Message.ShouldBe("epoch 1, sample 3: expected an input with labels or targets, actual no input");
        Should.Throw<SampleStreamException>(() => trainer.Fit(new SampleStream([1], Streams.Of(Clusters.Numbered(5))) { SamplesPerEpoch = 6 })).Message
            .ShouldBe("epoch 1, sample 5: expected 6 samples, actual 5");
        Should.Throw<InvalidOperationException>(() => trainer.Fit(new SampleStream([1], Streams.Of(Clusters.Numbered(5).Slice(0, 0))))).Message
            .ShouldBe("epoch 1: expected one sample or more, actual fewer");
        Should.Throw<ArgumentException>(() => trainer.Fit(new SampleStream([2], Streams.Endless()))).Message.ShouldContain("expected inputs of shape (1)");
        Should.Throw<ArgumentOutOfRangeException>(() => new SampleStream([1], Streams.Endless()) { SamplesPerEpoch = 0 }).ParamName.ShouldBe("SamplesPerEpoch");
        Should.Throw<ArgumentOutOfRangeException>(() => new SampleStream([1], Streams.Endless()) { ShuffleBuffer = 0 }).ParamName.ShouldBe("ShuffleBuffer");
        trainer.AccumulateBatches = 2;
        Should.Throw<InvalidOperationException>(() => trainer.Fit(new SampleStream([1], Streams.Endless()))).Message
            .ShouldBe("expected a SampleStream with SamplesPerEpoch for AccumulateBatches, actual one without");

        static SampleStream Last(Sample sample) => new([1], Streams.Then(3, _ => Task.FromResult(sample)));
    }

    /// <summary>Of two sequences that wait for ever one looks at its token; both are left.</summary>
    [Theory]
    [InlineData(true, 0, null)]
    [InlineData(true, 2, null)]
    [InlineData(false, 0, null)]
    [InlineData(false, 2, 50)]
    public void Cancellation_EndsTheWaitForASample(bool looks, int threads, int? known)
    {
        using TempFolder folder = new();
        using CancellationTokenSource source = new();
        using SoftmaxRegression model = new(1, 2);
        TaskCompletionSource<Sample> never = new();
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 2, LoaderThreads = threads, CheckpointPath = folder["c"] };
        SampleStream stream = new([1], Streams.Then(6, Wait)) { SamplesPerEpoch = known };

        TrainingResult result = trainer.Fit(stream, null, source.Token);

        result.Cancelled.ShouldBeTrue();
        result.Steps.ShouldBeLessThanOrEqualTo(3);

        async Task<Sample> Wait(CancellationToken token)
        {
            source.CancelAfter(20);
            return looks ? await Task.Delay(-1, token).ContinueWith(_ => default(Sample), token, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false) : await never.Task.ConfigureAwait(false);
        }
    }

    /// <summary>The training thread's context waits for the sequence, so that the sequence must not wait for the context.</summary>
    [Fact]
    public void ASequenceOfAThreadWithAContext_DoesNotWaitForIt()
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        try
        {
            SynchronizationContext.SetSynchronizationContext(new Dead());
            using SoftmaxRegression model = new(1, 2);
            Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 2, LoaderThreads = 0 };
            trainer.Fit(new SampleStream([1], Streams.Endless()) { SamplesPerEpoch = 6 }).Steps.ShouldBe(3);
            SynchronizationContext.Current.ShouldBeOfType<Dead>();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private static SampleStream Stream(bool known) => new([2], Streams.Of(Clusters.Make(50, 1))) { SamplesPerEpoch = known ? 50 : null, ShuffleBuffer = 9 };

    /// <summary>Seven steps an epoch, the last of two samples.</summary>
    private static Trainer Make(Model model, string? path, int threads) => new(model, new Adam(0.05f))
    {
        BatchSize = 8,
        Epochs = 2,
        Seed = 5,
        LoaderThreads = threads,
        Transform = (Span<float> input, ref RandomSource random) => input[0] += random.NextSingle() * 0.1f,
        CheckpointPath = path,
        Resume = path is not null,
    };

    private sealed class Killed : Exception;

    /// <summary>Takes work and never does it.</summary>
    private sealed class Dead : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
