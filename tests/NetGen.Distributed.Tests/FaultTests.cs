using System.Reflection;
using System.Text;
using Shouldly;

namespace NetGen.Distributed.Tests;

/// <summary>What ranks cannot go on with ends on all of them, and says why.</summary>
public sealed class FaultTests
{
    [Fact]
    public void OtherSeed_IsRefused() => Refused(rank => new Trainer(new CurveNet(7), new Adam()) { Seed = rank == 1 ? 4UL : 3 }, rank => Samples.Curves(20), "seed is 3 on rank 0 and 4 on rank 1 (thread 1)");

    [Fact]
    public void OtherSeedOfTheModel_IsRefused() =>
        Refused(rank => new Trainer(new CurveNet(rank == 2 ? 8UL : 7), new Adam()), rank => Samples.Curves(20), "the model's seed and steps is 7 0 on rank 0 and 8 0 on rank 2 (thread 2)");

    [Fact]
    public void OtherSettings_AreRefused() => Refused(
        rank => new Trainer(new CurveNet(7), rank == 1 ? new Adam(0.5f) : new Adam()) { Epochs = 1 + (rank / 2), BatchSize = 5 + rank, Schedule = new CosineSchedule(rank == 1 ? 1 : 2) },
        rank => Samples.Curves(20),
        "batch_size is 5 on rank 0 and 6 on rank 1 (thread 1)",
        "batch_size is 5 on rank 0 and 7 on rank 2 (thread 2)",
        "epochs is 1 on rank 0 and 2 on rank 2 (thread 2)",
        "the optimizer is Adam 0.001 0 0 on rank 0 and Adam 0.5 0 0 on rank 1 (thread 1)");

    [Fact]
    public void OtherData_IsRefused()
    {
        TensorDataset common = Samples.Curves(20);
        Refused(rank => new Trainer(new CurveNet(7), new Adam()), rank => rank == 1 ? common.Subset([.. Enumerable.Range(0, 19)]) : common, "samples is 20 on rank 0 and 19 on rank 1 (thread 1)");
        float[] inputs = new float[20 * 6];
        float[] targets = new float[20 * 2];
        for (int i = 0; i < 20; i++)
        {
            common.CopyInput(i, inputs.AsSpan(i * 6, 6));
            common.CopyTargets(i, targets.AsSpan(i * 2, 2));
        }

        targets[7] += 1;
        WorldMismatchException thrown = Refused(rank => new Trainer(new CurveNet(7), new Adam()), rank => rank == 1 ? new TensorDataset([6], inputs, targets) : common);
        thrown.Differences.Count.ShouldBe(1);
        thrown.Differences[0].ShouldStartWith("the training data is 20 samples (");
        thrown.Differences[0].ShouldEndWith("on rank 1 (thread 1)");
    }

    [Fact]
    public void OtherNetwork_IsRefused()
    {
        WorldMismatchException thrown = Refused(rank => new Trainer(rank == 1 ? new NormNet(7) : new PlainNet(7), new Adam()), rank => Samples.Quarters(20));

        thrown.Differences[0].ShouldStartWith("the network is PlainNet of 79956 parameters (");
        thrown.Differences[0].ShouldContain("and NormNet of");
    }

    /// <summary>One build has one version, so a rank tells of another than it has: the first figure of the version is one higher.</summary>
    [Fact]
    public void OtherVersion_IsRefused()
    {
        string own = typeof(World).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        string other = (char)(own[0] + 1) + own[1..];
        WorldMismatchException thrown = Should.Throw<WorldMismatchException>(() => ThreadWorld.Run(3, world =>
        {
            world.Telling = world.Rank == 2 ? Change : null;
            using CurveNet model = new(7);
            return new Trainer(model, new Adam()) { World = world }.Fit(Samples.Curves(20));
        }));

        thrown.Differences.ShouldBe([$"NetGen's version is {own} on rank 0 and {other} on rank 2 (thread 2)"]);

        void Change(byte[] told)
        {
            int at = Encoding.UTF8.GetString(told).IndexOf("\t" + own, StringComparison.Ordinal);
            if (at >= 0)
            {
                told[at + 1]++;
            }
        }
    }

    [Fact]
    public void NaN_OnOneRank_StopsAll()
    {
        List<string> messages = [];
        Should.Throw<TrainingDivergedException>(() => ThreadWorld.Run(3, world =>
        {
            using CurveNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.01f))
            {
                World = world,
                BatchSize = 20,
                Epochs = 3,
                Transform = (Span<float> input, ref RandomSource _) => input[0] = world.Rank == 1 ? float.NaN : input[0],
            };
            try
            {
                return trainer.Fit(Samples.Curves(20));
            }
            catch (TrainingDivergedException e)
            {
                lock (messages)
                {
                    messages.Add(e.Message);
                }

                throw;
            }
        }));

        messages.Count.ShouldBe(3);
        messages.ShouldAllBe(m => m.Contains("in epoch 1, step 1, at learning rate 0.01, on rank 1 (thread 1)."));
    }

    [Fact]
    public void WeightsThatDrift_AreFound()
    {
        WorldMismatchException thrown = Should.Throw<WorldMismatchException>(() => ThreadWorld.Run(3, world =>
        {
            using CurveNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.01f)) { World = world, BatchSize = 20, Epochs = 3 };
            trainer.Callbacks.Add(new LambdaCallback { StepEnd = state => state.Model.Parameters[0].Edit()[0] += world.Rank == 2 ? 1 : 0 });
            return trainer.Fit(Samples.Curves(20));
        }));

        thrown.Differences[0].ShouldStartWith("the weights of rank 2 (thread 2) are no longer those of rank 0");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void OneThatIsCancelled_EndsAll_AtTheSameStep(int who)
    {
        TrainingResult[] results = ThreadWorld.Run(3, world =>
        {
            using CancellationTokenSource cancel = new();
            using CurveNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.01f)) { World = world, BatchSize = 5, Epochs = 30 };
            trainer.Callbacks.Add(new LambdaCallback { StepEnd = state => _ = world.Rank == who && state.Step == 6 ? cancel.CancelAsync() : null });
            return trainer.Fit(Samples.Curves(20), Samples.Curves(11), cancel.Token);
        });

        results.ShouldAllBe(r => r.Cancelled && r.Steps == results[0].Steps && r.Steps < 120);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ACallbackThatStopsOnOneRank_StopsAll(int who)
    {
        TrainingResult[] results = ThreadWorld.Run(2, world =>
        {
            using CurveNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.01f)) { World = world, BatchSize = 5, Epochs = 30 };
            trainer.Callbacks.Add(new LambdaCallback { StepEnd = state => Stop(state, world.Rank == who && state.Step == 6) });
            return trainer.Fit(Samples.Curves(20));
        });

        results.ShouldAllBe(r => r.Steps == 7);
        results[who].StopReason.ShouldBe("enough");
        results[1 - who].StopReason.ShouldBe("a callback of another rank ended the training");

        static void Stop(TrainingState state, bool stops)
        {
            if (stops)
            {
                state.Stop("enough");
            }
        }
    }

    [Fact]
    public void ACallbackThatStopsAtAnEpochsEnd_StopsAll()
    {
        TrainingResult[] results = ThreadWorld.Run(3, world =>
        {
            using CurveNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.0f)) { World = world, BatchSize = 5, Epochs = 30 };
            trainer.Callbacks.Add(new EarlyStopping { Patience = 2 });
            return trainer.Fit(Samples.Curves(20), Samples.Curves(11));
        });

        results.ShouldAllBe(r => r.Epochs.Count == 3 && r.StopReason != null);
    }

    private static WorldMismatchException Refused(Func<int, Trainer> make, Func<int, Dataset> data, params string[] differences)
    {
        bool[] changed = new bool[3];
        WorldMismatchException thrown = Should.Throw<WorldMismatchException>(() => ThreadWorld.Run(3, world =>
        {
            Trainer trainer = make(world.Rank);
            using Model model = trainer.Model;
            float[] before = Weights.Of(model);
            trainer.World = world;
            try
            {
                return trainer.Fit(data(world.Rank));
            }
            finally
            {
                changed[world.Rank] = !Weights.Of(model).SequenceEqual(before);
            }
        }));
        changed.ShouldAllBe(c => !c);
        foreach (string difference in differences)
        {
            thrown.Differences.ShouldContain(difference);
            thrown.Message.ShouldContain(difference);
        }

        return thrown;
    }
}
