using System.Globalization;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>A training that was ended at any place and goes on from its checkpoint comes to the bits of one that was not.</summary>
public sealed class ResumeTests
{
    private const int Epochs = 3;
    private const int StepsPerEpoch = 7;

    /// <summary>Ended by an exception after each of the steps, as a kill would, and gone on; with a checkpoint each second step, and at each epoch's end alone.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    public void EndedAtAnyStep_TheBitsAreTheSame(int checkpointSteps, int accumulate)
    {
        int steps = Epochs * (((StepsPerEpoch - 1) / accumulate) + 1);
        float[] whole = Train(null, checkpointSteps, accumulate, stopAt: int.MaxValue, out TrainingResult expected);
        for (int stopAt = 1; stopAt <= steps; stopAt++)
        {
            using TempFolder folder = new();
            string path = folder["last.safetensors"];
            Should.Throw<Killed>(() => Train(path, checkpointSteps, accumulate, stopAt, out _));

            float[] resumed = Train(path, checkpointSteps, accumulate, stopAt: int.MaxValue, out TrainingResult actual);

            resumed.ShouldBe(whole, $"ended after step {stopAt}");
            actual.Steps.ShouldBe(steps);
            actual.Epochs.Select(Figures).ShouldBe(expected.Epochs.Select(Figures));
        }
    }

    [Fact]
    public void EndedAgainAndAgain_TheBitsAreTheSame()
    {
        float[] whole = Train(null, 1, 1, int.MaxValue, out _);
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        float[]? resumed = null;
        for (int more = 1; resumed is null; more++)
        {
            try
            {
                resumed = Train(path, 1, 1, stopAt: more * 2, out _);
            }
            catch (Killed)
            {
                more.ShouldBeLessThan(50);
            }
        }

        resumed.ShouldBe(whole);
    }

    [Fact]
    public void Cancelled_ItKeepsWhereItWas()
    {
        float[] whole = Train(null, 0, 1, int.MaxValue, out _);
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        using CancellationTokenSource source = new();
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        Trainer trainer = Make(model, path, 0, 1);
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => Cancel(s, source) });
        trainer.Fit(Clusters.Make(100, 1), Clusters.Make(20, 2), source.Token).Cancelled.ShouldBeTrue();

        Train(path, 0, 1, int.MaxValue, out TrainingResult result).ShouldBe(whole);
        result.Epochs.Count.ShouldBe(Epochs);

        static void Cancel(TrainingState state, CancellationTokenSource source)
        {
            if (state.Step == 10)
            {
                source.Cancel();
            }
        }
    }

    /// <summary>An epoch's time is that of all who trained it.</summary>
    [Fact]
    public void EndedInAnEpoch_ItsTimeIsTheWhole()
    {
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        Should.Throw<Killed>(() => Train(path, 2, 1, stopAt: 5, out _));
        SafetensorsFile file = SafetensorsFile.Read(path);
        TimeSpan.FromTicks(long.Parse(file.Metadata["training/elapsed"], CultureInfo.InvariantCulture)).ShouldBeGreaterThan(TimeSpan.Zero);

        EpochResult[] epochs = GoOnAfter(TimeSpan.FromHours(1).Ticks.ToString(CultureInfo.InvariantCulture));

        epochs[0].Elapsed.ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        epochs[0].ImagesPerSecond.ShouldBe(100 / epochs[0].Elapsed.TotalSeconds, 1e-6);
        epochs[1].Elapsed.ShouldBeLessThan(TimeSpan.FromHours(1));

        // One that says nothing of it.
        GoOnAfter(null)[0].Elapsed.ShouldBeLessThan(TimeSpan.FromHours(1));
        Should.Throw<WeightFileException>(() => GoOnAfter("-5")).Problems.ShouldBe(["metadata \"elapsed\": expected a whole number of 0 or more, actual \"-5\""]);

        EpochResult[] GoOnAfter(string? elapsed)
        {
            Dictionary<string, string> metadata = new(file.Metadata);
            metadata.Remove("training/elapsed");
            if (elapsed is not null)
            {
                metadata.Add("training/elapsed", elapsed);
            }

            SafetensorsFile.Write(path, file.Tensors.Values, metadata);
            Train(path, 0, 1, int.MaxValue, out TrainingResult result);
            return [.. result.Epochs];
        }
    }

    [Fact]
    public void Finished_ItHasNothingLeftToDo()
    {
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        float[] first = Train(path, 0, 1, int.MaxValue, out TrainingResult before);

        float[] again = Train(path, 0, 1, stopAt: 1, out TrainingResult after);

        again.ShouldBe(first);
        after.Steps.ShouldBe(before.Steps);
        after.Epochs.Select(Figures).ShouldBe(before.Epochs.Select(Figures));
    }

    /// <summary>What a callback ended has ended, also for the same command given again.</summary>
    [Fact]
    public void EndedByACallback_ItHasNothingLeftToDo()
    {
        using TempFolder folder = new();
        TrainingResult first = Stopped();
        TrainingResult again = Stopped();

        first.Epochs.Count.ShouldBe(2);
        again.StopReason.ShouldBe("enough");
        again.Steps.ShouldBe(first.Steps);
        again.Epochs.Count.ShouldBe(2);

        TrainingResult Stopped()
        {
            using SoftmaxRegression model = new(2, 3);
            Trainer trainer = Make(model, folder["last.safetensors"], 0, 1);
            trainer.Callbacks.Add(new LambdaCallback { EpochEnd = StopAtTwo });
            return trainer.Fit(Clusters.Make(100, 1), Clusters.Make(20, 2));
        }

        static void StopAtTwo(TrainingState state)
        {
            if (state.Epoch == 2)
            {
                state.Stop("enough");
            }
        }
    }

    [Fact]
    public void OtherSettings_AreRefused_AndTheModelStays()
    {
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        Train(path, 0, 1, int.MaxValue, out _);
        using SoftmaxRegression model = new(2, 3);
        float[] before = model.Parameters.TrainableValues.ToArray();
        Trainer trainer = Make(model, path, 0, 1);
        trainer.Seed = 6;
        trainer.BatchSize = 8;
        model.Shards = 4;

        WeightFileException e = Should.Throw<WeightFileException>(() => trainer.Fit(Clusters.Make(99, 1)));

        e.Message.ShouldContain(path);
        e.Problems.ShouldContain("metadata \"seed\": expected \"6\", actual \"5\"");
        e.Problems.ShouldContain("metadata \"batch_size\": expected \"8\", actual \"15\"");
        e.Problems.ShouldContain("metadata \"samples\": expected \"99\", actual \"100\"");
        e.Problems.ShouldContain("metadata \"shards\": expected \"4\", actual \"8\"");
        model.Parameters.TrainableValues.ToArray().ShouldBe(before);
    }

    [Fact]
    public void OtherClassesAndInputs_AreRefused()
    {
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        using SoftmaxRegression model = new(2, 3);
        Make(model, path, 0, 1).Fit(Named("ants", "bees", "wasps"), Clusters.Make(20, 2));

        Should.Throw<WeightFileException>(() => Make(model, path, 0, 1).Fit(Named("ants", "wasps", "bees"), Clusters.Make(20, 2))).Problems
            .ShouldBe(["metadata \"class_names\": expected \"ants/wasps/bees\", actual \"ants/bees/wasps\""]);
        TensorDataset square = new([1, 2], new float[60], new int[30]);
        Should.Throw<WeightFileException>(() => Make(model, path, 0, 1).Fit(square, Clusters.Make(20, 2))).Problems.ShouldContain("metadata \"input_shape\": expected \"(1, 2)\", actual \"(2)\"");

        // One that says nothing of them.
        SafetensorsFile file = SafetensorsFile.Read(path);
        SafetensorsFile.Write(
            path, file.Tensors.Values, file.Metadata.Where(m => m.Key is not ("training/class_names" or "training/input_shape" or "training/shards")).ToDictionary(m => m.Key, m => m.Value));
        Make(model, path, 0, 1).Fit(Named("cats", "dogs", "birds"), Clusters.Make(20, 2)).Epochs.Count.ShouldBe(Epochs);

        // Then there were the shards that there are unless chosen.
        SafetensorsFile.Write(path, file.Tensors.Values, file.Metadata.Where(m => m.Key is not "training/shards").ToDictionary(m => m.Key, m => m.Value));
        model.Shards = 4;
        Should.Throw<WeightFileException>(() => Make(model, path, 0, 1).Fit(Named("ants", "bees", "wasps"), Clusters.Make(20, 2))).Problems.ShouldHaveSingleItem().ShouldContain("shards");

        static TensorDataset Named(params string[] names) => new([2], new float[60], new int[30]) { ClassNames = names };
    }

    [Fact]
    public void AnotherNetworksOrOptimizers_AreRefused()
    {
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        Train(path, 0, 1, int.MaxValue, out _);
        using SoftmaxRegression wide = new(2, 4);
        using SoftmaxRegression same = new(2, 3);
        float[] before = same.Parameters.TrainableValues.ToArray();

        Should.Throw<WeightFileException>(() => Make(wide, path, 0, 1).Fit(Clusters.Make(100, 1))).Message.ShouldContain("dense1.weight");
        Trainer other = new(same, new Sgd(0.1f)) { BatchSize = 15, Epochs = Epochs, Seed = 5, CheckpointPath = path, Resume = true, Average = new ExponentialMovingAverage(0.9) };
        Should.Throw<WeightFileException>(() => other.Fit(Clusters.Make(100, 1))).Message.ShouldContain("adam");
        same.Parameters.TrainableValues.ToArray().ShouldBe(before);
    }

    [Fact]
    public void DamagedFiles_AreRefused()
    {
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        Train(path, 0, 1, int.MaxValue, out _);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^5]);

        Should.Throw<WeightFileException>(() => Train(path, 0, 1, int.MaxValue, out _)).Message.ShouldContain(path);
        using SoftmaxRegression model = new(2, 3);
        model.Save(path);
        Should.Throw<WeightFileException>(() => Train(path, 0, 1, int.MaxValue, out _)).Message.ShouldContain("metadata \"netgen.checkpoint\": expected \"1\", actual none");
    }

    [Fact]
    public void SettingsThatNeedAPath_AndCallbacksOfOneName_AreRefused()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Adam()) { Resume = true };
        Should.Throw<InvalidOperationException>(() => trainer.Fit(Clusters.Make(9, 1))).Message.ShouldContain("CheckpointPath");

        using TempFolder folder = new();
        trainer.CheckpointPath = folder["a.safetensors"];
        trainer.Callbacks.Add(new LambdaCallback());
        trainer.Callbacks.Add(new LambdaCallback());
        Should.Throw<InvalidOperationException>(() => trainer.Fit(Clusters.Make(9, 1))).Message.ShouldContain("2 of \"LambdaCallback\"");
    }

    private static Trainer Make(Model model, string? path, int checkpointSteps, int accumulate)
    {
        Trainer trainer = new(model, new Adam(0.05f) { AmsGrad = true })
        {
            BatchSize = 15,
            Epochs = Epochs,
            Seed = 5,
            AccumulateBatches = accumulate,
            Schedule = new CosineSchedule(0.05),
            Transform = (Span<float> input, ref RandomSource random) => input[0] += random.NextSingle() * 0.1f,
            Average = new ExponentialMovingAverage(0.9),
            CheckpointPath = path,
            CheckpointSteps = path is null ? 0 : checkpointSteps,
            Resume = path is not null,
        };
        trainer.Callbacks.Add(new EarlyStopping { Patience = 2 });
        return trainer;
    }

    private static float[] Train(string? path, int checkpointSteps, int accumulate, int stopAt, out TrainingResult result)
    {
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        Trainer trainer = Make(model, path, checkpointSteps, accumulate);
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => KillAt(s, stopAt) });
        result = trainer.Fit(Clusters.Make(100, 1), Clusters.Make(20, 2));
        return model.Parameters.TrainableValues.ToArray();
    }

    private static void KillAt(TrainingState state, int step)
    {
        if (state.Step == step)
        {
            throw new Killed();
        }
    }

    private static (int, double, double, float, StepResult?) Figures(EpochResult e) => (e.Epoch, e.Loss, e.Accuracy, e.LearningRate, e.Validation);

    private sealed class Killed : Exception;
}
