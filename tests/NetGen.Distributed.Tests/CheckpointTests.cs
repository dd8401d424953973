using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Distributed.Tests;

/// <summary>One checkpoint for all ranks, which another number of them goes on from.</summary>
public sealed class CheckpointTests
{
    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    public void Resume_OnAnotherNumberOfRanks(int first, int then)
    {
        using TempFolder folder = new();
        float[] one = ThreadWorld.Run(1, world => Train(world, null, 4))[0];
        Run(first, 2);
        foreach (float[] each in Run(then, 4))
        {
            Weights.ShouldBeNear(each, one);
        }

        float[][] Run(int ranks, int epochs) => ThreadWorld.Run(ranks, world => Train(world, folder["checkpoint.safetensors"], epochs));
    }

    [Fact]
    public void Resume_OnAsManyRanks_ComesToTheSameBits_FromWithinAnEpoch()
    {
        using TempFolder folder = new();
        float[] whole = ThreadWorld.Run(2, world => Train(world, null, 3))[0];
        ThreadWorld.Run(2, world => Train(world, folder["part.safetensors"], 3, stopAt: 6));

        ThreadWorld.Run(2, world => Train(world, folder["part.safetensors"], 3)).ShouldAllBe(w => w.SequenceEqual(whole));
    }

    [Fact]
    public void RanksWithoutTheFile_GetRank0s()
    {
        using TempFolder folder = new();
        float[] whole = ThreadWorld.Run(2, world => Train(world, null, 3))[0];
        ThreadWorld.Run(2, world => Train(world, folder[$"only{world.Rank}.safetensors"], 1));

        folder.Names().ShouldBe(["only0.safetensors"]);
        ThreadWorld.Run(2, world => Train(world, folder[$"only{world.Rank}.safetensors"], 3)).ShouldAllBe(w => w.SequenceEqual(whole));
    }

    [Fact]
    public void FilesAreWritten_OnRank0Alone()
    {
        using TempFolder folder = new();
        ThreadWorld.Run(2, world =>
        {
            using NormNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.05f)) { World = world, BatchSize = 10, Epochs = 2 };
            trainer.Callbacks.Add(new CsvLog(folder[$"log{world.Rank}.csv"]));
            trainer.Callbacks.Add(new SaveBest(folder[$"best{world.Rank}.safetensors"]));
            return trainer.Fit(Samples.Quarters(40), Samples.Quarters(20, 9)).Steps;
        });

        folder.Names().ShouldBe(["best0.safetensors", "log0.csv"]);
    }

    [Fact]
    public void LinearScaling_RaisesBatchesAndRates()
    {
        (List<float> Rates, long Steps)[] ranks = ThreadWorld.Run(4, world =>
        {
            List<float> rates = [];
            using CurveNet model = new(7) { Threads = 1 };
            Trainer trainer = new(model, new Sgd(0.1f))
            {
                World = world,
                BatchSize = 5,
                Epochs = 6,
                Scaling = new LinearScaling { WarmUpEpochs = 2 },
                Schedule = new MultiStepSchedule(0.1f, [4], 0.1f),
            };
            trainer.Callbacks.Add(new LambdaCallback { StepEnd = state => rates.Add(state.Optimizer.LearningRate) });
            return (rates, trainer.Fit(Samples.Curves(40)).Steps);
        });

        // 40 samples, 4 ranks of 5 each: two steps an epoch, over four of which the rate rises from 0.1 to 4 times as much.
        float[] expected = [0.1f, 0.175f, 0.25f, 0.325f, 0.4f, 0.4f, 0.4f, 0.4f, 0.04f, 0.04f, 0.04f, 0.04f];
        foreach ((List<float> rates, long steps) in ranks)
        {
            steps.ShouldBe(12);
            rates.Zip(expected, (a, e) => Math.Abs(a - e)).Max().ShouldBeLessThan(1e-6f);
        }
    }

    [Fact]
    public void LinearScaling_WithoutASchedule_ScalesTheOptimizersRate_AndGoesOn()
    {
        using TempFolder folder = new();
        float[] whole = ThreadWorld.Run(2, world => Scaled(world, null, 4))[0];
        ThreadWorld.Run(2, world => Scaled(world, folder["c.safetensors"], 1));

        ThreadWorld.Run(2, world => Scaled(world, folder["c.safetensors"], 4)).ShouldAllBe(w => w.SequenceEqual(whole));

        static float[] Scaled(World world, string? path, int epochs)
        {
            using CurveNet model = new(7) { Threads = 1 };
            new Trainer(model, new Sgd(0.125f)) { World = world, BatchSize = 5, Epochs = epochs, Scaling = new LinearScaling { WarmUpEpochs = 2 }, CheckpointPath = path, Resume = path is not null }.Fit(Samples.Curves(40));
            return Weights.Of(model);
        }
    }

    private static float[] Train(World world, string? path, int epochs, int stopAt = -1)
    {
        using CancellationTokenSource cancel = new();
        using NormNet model = new(7) { Threads = 1 };
        Trainer trainer = new(model, new AmsGrad(0.002f))
        {
            World = world,
            BatchSize = 13,
            Epochs = epochs,
            Seed = 3,
            SynchronizeBatchNorm = true,
            CheckpointPath = path,
            Resume = path is not null,
        };
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = state => _ = state.Step == stopAt ? cancel.CancelAsync() : null });
        trainer.Fit(Samples.Quarters(53), null, cancel.Token);
        return Weights.Of(model);
    }
}
