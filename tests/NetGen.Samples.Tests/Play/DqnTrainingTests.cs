using NetGen.Tests.Weights;
using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>Steps of the training: what they learn, what they leave, and that they come to the same bits.</summary>
public sealed class DqnTrainingTests : IDisposable
{
    private const int Rounds = 40;

    /// <summary>Catch in small: the memory wraps, games end and the target network changes within forty rounds.</summary>
    private static readonly Recipe s_recipe = Recipe.Catch with { Games = 3, BatchSize = 4, RoundsPerEpoch = Rounds, Epochs = 1, RoundsBefore = 5, StepsPerRound = 2, StepsPerTarget = 7, Capacity = 30 };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData((int)Variant.Plain)]
    [InlineData((int)Variant.Double)]
    [InlineData((int)Variant.Dueling)]
    [InlineData((int)Variant.DoubleDueling)]
    public void ABatchWhoseBallsAreOver_IsLearntByHeart(int variant)
    {
        using DqnAgent agent = new(s_recipe, (Variant)variant, seed: 1, threads: 1);
        Transitions batch = new(4, CatchNet.InputSize);
        RandomSource random = new(3);
        for (int i = 0; i < batch.States.Length; i++)
        {
            batch.States[i] = random.Next(8) == 0 ? 1 : 0;
        }

        new[] { 0, 1, 2, 1 }.CopyTo(batch.Actions, 0);
        new float[] { 1, -1, 1, 0.5f }.CopyTo(batch.Rewards, 0);
        Array.Fill(batch.Ended, true);
        float[] sum = Sum(agent);
        double first = agent.Learn(batch, 0.001f).Loss;
        for (int i = 0; i < 150; i++)
        {
            agent.Learn(batch, 0.001f);
        }

        float[] values = new float[12];
        agent.Network.Predict(batch.States, values);
        first.ShouldBeGreaterThan(0.01);
        new[] { values[0], values[4], values[8], values[10] }.ShouldBe([1, -1, 1, 0.5f], 0.05);
        Sum(agent).ShouldBe(sum);
    }

    [Fact]
    public void ATraining_ComesToTheSameBits_ThoughItWasInterrupted()
    {
        float[] whole = Train("whole", interruptedAt: null);
        float[] interrupted = Train("parts", interruptedAt: 34);
        float[] parts = Train("parts", interruptedAt: null);

        interrupted.ShouldNotBe(whole);
        parts.ShouldBe(whole);
    }

    [Fact]
    public void ATraining_ComesToTheSameBits_OnAnyNumberOfThreads() => Train("one", null).ShouldBe(Train("two", null, threads: 2));

    [Fact]
    public void Rounds_AllocateNothing()
    {
        using DqnAgent agent = new(s_recipe, Variant.DoubleDueling, seed: 1, threads: 1);
        DqnTraining training = new(s_recipe, agent, epochs: 100, seed: 1);
        double[] figures = new double[2];
        for (int number = 0; number < Rounds; number++)
        {
            training.Round(number, figures);
        }

        const int Measured = 800;
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int number = Rounds; number < Rounds + Measured; number++)
        {
            training.Round(number, figures);
        }

        // A thread takes memory by 8 KB, and what is left of that may count as allocated once: under half the smallest object a round.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(12 * Measured);
    }

    [Fact]
    public void ADamagedMemory_IsRefused_WithItsPath()
    {
        RandomSource random = new(1);
        Playground playground = new(() => new CatchGame(), 2, 10, ref random);
        for (int i = 0; i < 30; i++)
        {
            playground.Act([1, 2], ref random);
        }

        string path = _folder["games"];
        playground.Save(path);
        byte[] whole = File.ReadAllBytes(path);
        float[] seen = States(playground);
        foreach (byte[] damaged in new[] { whole[..^20], Changed(whole, whole.Length / 2), Changed(whole, whole.Length - 6), [.. whole.Take(4)] })
        {
            File.WriteAllBytes(path, damaged);

            Should.Throw<IOException>(() => playground.Load(path)).Message.ShouldStartWith($"\"{path}\" is damaged: ");

            States(playground).ShouldBe(seen);
        }

        Playground larger = new(() => new CatchGame(), 2, 11, ref random);
        File.WriteAllBytes(path, whole);
        Should.Throw<IOException>(() => larger.Load(path)).Message.ShouldEndWith("a size: expected a number from 11 to 11, actual 10");
    }

    [Fact]
    public void Matches_ArePlayedToTheirEnds_AndPointsOfNextGamesAreNotCounted()
    {
        double[] points = Match.Play(Recipe.Catch, 1_000, player: null, epsilon: 1, new RandomSource(1));

        points.ShouldAllBe(p => p == 1 || p == 0);

        // A basket of 4 columns of 24 that moves by chance: a sixth, and one deviation is 0.012.
        points.Average().ShouldBe(1 / 6.0, 0.05);
    }

    private static float[] Sum(DqnAgent agent) => agent.Network.Parameters.TryGet("duelinghead1.sum.weight", out Parameter? weight) ? [.. weight.Values] : [];

    private static float[] States(Playground playground)
    {
        float[] states = new float[playground.Count * playground.StateSize];
        playground.WriteStates(states);
        return states;
    }

    private static byte[] Changed(byte[] bytes, int place)
    {
        byte[] changed = [.. bytes];
        changed[place] ^= 0x10;
        return changed;
    }

    private float[] Train(string name, int? interruptedAt, int threads = 1)
    {
        using CancellationTokenSource source = new();
        using DqnAgent agent = new(s_recipe, Variant.DoubleDueling, seed: 1, threads);
        DqnTraining training = new(s_recipe, agent, epochs: 1, seed: 1);
        SavedState state = new(_folder[name], "play");
        training.AddTo(state);
        new StepLoop(name, ["loss", "value"], 1, Rounds, s_recipe.Games, "actions").Run(
            state,
            (number, figures) =>
            {
                training.Round(number, figures);
                if (number == interruptedAt)
                {
                    source.Cancel();
                }
            },
            epochEnded: null,
            source.Token);
        return [.. agent.Network.Parameters.SelectMany(p => p.Values.ToArray())];
    }
}
