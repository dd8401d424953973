using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Training;

public sealed class LookaheadTests
{
    private const int StepsPerEpoch = 7;

    /// <summary>Against the paper's algorithm over the same batches, a value at a time.</summary>
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 0.25)]
    [InlineData(5, 1)]
    public void Weights_AreThoseOfTheAlgorithm(int steps, double alpha)
    {
        // What each step adds to the weights at a rate of 1 depends on where they are, so the training is followed step by step.
        List<float[]> seen = [];
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        float[] slow = model.Parameters.TrainableValues.ToArray();
        Trainer trainer = Make(model);
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => seen.Add(s.Model.Parameters.TrainableValues.ToArray()) });
        trainer.Callbacks.Add(new Lookahead(steps, alpha));
        trainer.Callbacks.Add(new LambdaCallback { Name = "after", StepEnd = s => Compare(s) });

        trainer.Fit(Clusters.Make(100, 1));

        seen.Count.ShouldBe(3 * StepsPerEpoch);
        model.Parameters.TrainableValues.ToArray().ShouldBe(slow);

        void Compare(TrainingState state)
        {
            float[] now = state.Model.Parameters.TrainableValues.ToArray();
            if (state.Step % steps != 0)
            {
                now.ShouldBe(seen[^1]);
                return;
            }

            for (int i = 0; i < slow.Length; i++)
            {
                now[i].ShouldBe((float)(slow[i] + (alpha * (seen[^1][i] - slow[i]))), 1e-6);
            }

            slow = now;
        }
    }

    [Fact]
    public void Alpha_FollowsTheTraining()
    {
        List<double> parts = [];
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        Trainer trainer = Make(model);
        trainer.Callbacks.Add(new Lookahead(7, part =>
        {
            parts.Add(part);
            return 0.5;
        }));

        trainer.Fit(Clusters.Make(100, 1));

        parts.ShouldBe([1.0 / 3, 2.0 / 3, 1]);
    }

    /// <summary>Ended after each of the steps and gone on from a checkpoint, the bits are the same.</summary>
    [Fact]
    public void Resumed_TheBitsAreTheSame()
    {
        float[] whole = Train(null, int.MaxValue)!;
        for (int stopAt = 1; stopAt <= 3 * StepsPerEpoch; stopAt++)
        {
            using TempFolder folder = new();
            Train(folder["last.safetensors"], stopAt).ShouldBeNull();
            Train(folder["last.safetensors"], int.MaxValue).ShouldBe(whole, $"ended after step {stopAt}");
        }

        // Once finished, the model has the slow weights again.
        using TempFolder done = new();
        Train(done["last.safetensors"], int.MaxValue).ShouldBe(whole);
        Train(done["last.safetensors"], int.MaxValue).ShouldBe(whole);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Lookahead(0)).ParamName.ShouldBe("steps");
        Should.Throw<ArgumentOutOfRangeException>(() => new Lookahead(5, 0)).Message.ShouldStartWith("expected a number over 0 and up to 1, actual 0");
        Should.Throw<ArgumentOutOfRangeException>(() => new Lookahead(5, double.NaN)).ParamName.ShouldBe("alpha");
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = Make(model);
        trainer.Callbacks.Add(new Lookahead(4, part => 1.5));
        Should.Throw<InvalidOperationException>(() => trainer.Fit(Clusters.Make(100, 1))).Message.ShouldBe("alpha: expected a number over 0 and up to 1, actual 1.5 at step 4 of 21");
    }

    private static Trainer Make(Model model) => new(model, new Sgd(0.5f) { Momentum = 0.9 }) { BatchSize = 15, Epochs = 3, Seed = 5 };

    private static float[]? Train(string? path, int stopAt)
    {
        using SoftmaxRegression model = new(2, 3) { Threads = 1 };
        Trainer trainer = Make(model);
        (trainer.CheckpointPath, trainer.CheckpointSteps, trainer.Resume) = (path, path is null ? 0 : 2, path is not null);
        trainer.Callbacks.Add(new Lookahead(3, part => 1 - (part / 2)));
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => KillAt(s, stopAt) });
        try
        {
            trainer.Fit(Clusters.Make(100, 1));
            return model.Parameters.TrainableValues.ToArray();
        }
        catch (Killed)
        {
            return null;
        }
    }

    private static void KillAt(TrainingState state, int step)
    {
        if (state.Step == step)
        {
            throw new Killed();
        }
    }

    private sealed class Killed : Exception;
}
