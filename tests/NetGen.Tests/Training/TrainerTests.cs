using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void Fit_Learns()
    {
        using SoftmaxRegression model = new(2, 3);
        Reports reports = [];
        Trainer trainer = new(model, new Sgd(0.5f) { Momentum = 0.9 }) { BatchSize = 16, Epochs = 5, Progress = reports };

        TrainingResult result = trainer.Fit(Clusters.Make(200, 1), Clusters.Make(50, 2));

        result.Cancelled.ShouldBeFalse();
        result.Steps.ShouldBe(5 * 13);
        result.Epochs.Select(e => e.Epoch).ShouldBe([1, 2, 3, 4, 5]);
        result.Epochs[4].Loss.ShouldBeLessThan(result.Epochs[0].Loss);
        result.Epochs[4].Accuracy.ShouldBe(1);
        result.Epochs[4].Validation!.Value.Accuracy.ShouldBe(1);
        result.Epochs[4].Validation!.Value.Count.ShouldBe(50);
        TrainingProgress[] ends = [.. reports.Where(r => r.EpochEnded)];
        ends.Length.ShouldBe(5);
        ends[4].Step.ShouldBe(65);
        ends[4].TotalSteps.ShouldBe(65);
        ends[4].TimeLeft.ShouldBe(TimeSpan.Zero);
        ends[4].Loss.ShouldBe(result.Epochs[4].Loss);
        ends[4].Validation.ShouldBe(result.Epochs[4].Validation);
    }

    [Fact]
    public void EqualSeeds_GiveEqualBits_WhateverTheThreads()
    {
        float[] one = Train(seed: 3, threads: 1);
        Train(seed: 3, threads: 1).ShouldBe(one);
        Train(seed: 3, threads: 3).ShouldBe(one);
        Train(seed: 4, threads: 1).ShouldNotBe(one);

        static float[] Train(ulong seed, int threads)
        {
            using SoftmaxRegression model = new(2, 3) { Threads = threads };
            Trainer trainer = new(model, new Adam(0.01f)) { BatchSize = 24, Epochs = 2, Seed = seed, Transform = Noise };
            trainer.Fit(Clusters.Make(100, 1));
            return model.Parameters.TrainableValues.ToArray();
        }

        static void Noise(Span<float> input, ref RandomSource random) => input[0] += random.NextSingle() * 0.1f;
    }

    [Fact]
    public void EachEpoch_SeesEachSampleOnce_InAnotherOrder()
    {
        List<float> seen = [];
        using SoftmaxRegression model = new(1, 2) { Threads = 1, Seen = seen.AddRange };

        TrainingResult result = new Trainer(model, new Sgd(0)) { BatchSize = 8, Epochs = 2, Seed = 9 }.Fit(Clusters.Numbered(21));

        result.Steps.ShouldBe(6);
        float[] all = [.. Enumerable.Range(0, 21).Select(i => (float)i)];
        float[] first = [.. seen[..21]];
        float[] second = [.. seen[21..]];
        first.Order().ShouldBe(all);
        second.Order().ShouldBe(all);
        first.ShouldNotBe(all);
        second.ShouldNotBe(first);
    }

    [Fact]
    public void Transform_ChangesTrainingInputsAlone()
    {
        List<float> seen = [];
        using SoftmaxRegression model = new(1, 2) { Threads = 1, Seen = seen.AddRange };
        int calls = 0;
        Trainer trainer = new(model, new Sgd(0)) { Transform = Negate };

        trainer.Fit(Clusters.Numbered(5), Clusters.Numbered(7));

        calls.ShouldBe(5);
        seen.Order().ShouldBe([-4, -3, -2, -1, 0]);

        void Negate(Span<float> input, ref RandomSource random)
        {
            calls++;
            input[0] = 0 - input[0];
        }
    }

    [Fact]
    public void Schedule_SetsTheRateOfEachStep()
    {
        using SoftmaxRegression model = new(2, 3);
        Sgd optimizer = new(7);
        Trainer trainer = new(model, optimizer) { BatchSize = 10, Epochs = 3, Schedule = new StepSchedule(0.5, 1, 0.5) };

        TrainingResult result = trainer.Fit(Clusters.Make(25, 1));

        result.Epochs.Select(e => e.LearningRate).ShouldBe([0.5f, 0.25f, 0.125f]);
    }

    [Fact]
    public void Cancellation_EndsBetweenSteps_AndKeepsTheModel()
    {
        using CancellationTokenSource source = new();
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        Reports reports = new(r => source.Cancel());
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 10, Epochs = 5, Progress = reports };

        TrainingResult result = trainer.Fit(Clusters.Make(100, 1), null, source.Token);

        result.Cancelled.ShouldBeTrue();
        result.Steps.ShouldBe(reports[^1].Step);
        result.Steps.ShouldBeLessThanOrEqualTo(10);
        model.Parameters.TrainableValues.ToArray().ShouldAllBe(v => float.IsFinite(v));
    }

    [Fact]
    public void CancelledAtTheStart_ChangesNothing()
    {
        using SoftmaxRegression model = new(2, 3);
        float[] before = model.Parameters.TrainableValues.ToArray();

        TrainingResult result = new Trainer(model, new Sgd(0.1f)).Fit(Clusters.Make(100, 1), null, new CancellationToken(true));

        result.ShouldSatisfyAllConditions(r => r.Cancelled.ShouldBeTrue(), r => r.Steps.ShouldBe(0), r => r.Epochs.ShouldBeEmpty());
        model.Parameters.TrainableValues.ToArray().ShouldBe(before);
    }

    [Fact]
    public void Divergence_IsToldWithItsPlace()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(1e38f)) { BatchSize = 10, Epochs = 2 };

        TrainingDivergedException e = Should.Throw<TrainingDivergedException>(() => trainer.Fit(Clusters.Make(100, 1)));

        e.Epoch.ShouldBe(1);
        e.Step.ShouldBeInRange(2, 10);
        e.LearningRate.ShouldBe(1e38f);
        double.IsFinite(e.Loss).ShouldBeFalse();
        e.Message.ShouldContain(FormattableString.Invariant($"epoch 1, step {e.Step}, at learning rate 1E+38"));
    }

    [Fact]
    public void Steps_AllocateNothingOfTheTrainersOwn()
    {
        const int Few = 1_000;
        const int Many = 41_000;
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        Dataset small = Clusters.Make(Few, 1);
        Dataset large = Clusters.Make(Many, 1);
        Adam optimizer = new();
        Trainer trainer = new(model, optimizer) { BatchSize = 1, Schedule = new CosineSchedule(0.1) };
        trainer.Fit(small);
        float[] inputs = new float[2];
        int[] labels = new int[1];
        void TrainStep() => model.TrainStep(inputs, labels, optimizer);

        long less = Allocations.OnThisThread(() => trainer.Fit(small));
        long more = Allocations.OnThisThread(() => trainer.Fit(large));
        long ofTheModel = Allocations.OnThisThread(TrainStep, Many - Few);

        // The order of the samples takes 4 bytes each; a report, ten times a second, takes some hundred bytes.
        long ofTheTrainer = more - less - ofTheModel - (4 * (Many - Few));
        ofTheTrainer.ShouldBeLessThan((Many - Few) * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void Evaluate_IsTheSameForEachBatchSize()
    {
        using SoftmaxRegression model = new(2, 3);
        Dataset data = Clusters.Make(101, 1);

        StepResult whole = Trainer.Evaluate(model, data, 1000);

        whole.Count.ShouldBe(101);
        foreach (int size in (int[])[1, 7, 100])
        {
            StepResult parts = Trainer.Evaluate(model, data, size);
            parts.Loss.ShouldBe(whole.Loss, 1e-6);
            parts.Correct.ShouldBe(whole.Correct);
            parts.Count.ShouldBe(101);
        }
    }

    [Fact]
    public void DataThatDoNotFit_AreRefused()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Adam());
        Dataset good = Clusters.Make(9, 1);

        Should.Throw<ArgumentException>(() => trainer.Fit(Clusters.Numbered(3))).Message.ShouldBe("expected inputs of shape (2) for SoftmaxRegression, actual (1) (Parameter 'train')");
        Should.Throw<ArgumentException>(() => trainer.Fit(good, good.Slice(0, 0))).Message.ShouldBe("expected one sample or more, actual 0 (Parameter 'validation')");
        Should.Throw<ArgumentException>(() => trainer.Fit(new TensorDataset([2], [1, 2], [1f]))).Message.ShouldContain("expected 3 targets a sample for output (3), actual 1");
        Should.Throw<ArgumentException>(() => trainer.Fit(new TensorDataset([2], [1, 2], new int[2]))).Message.ShouldContain("expected 1 labels a sample for output (3), actual 2");
        Should.Throw<ArgumentOutOfRangeException>(() => trainer.BatchSize = 0).Message.ShouldContain("expected a number of 1 or more, actual 0");
        Should.Throw<ArgumentOutOfRangeException>(() => trainer.Epochs = 0).ParamName.ShouldBe("Epochs");
        Should.Throw<ArgumentOutOfRangeException>(() => Trainer.Evaluate(model, good, 0)).ParamName.ShouldBe("batchSize");
    }
}
