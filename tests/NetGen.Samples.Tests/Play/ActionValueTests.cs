using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>Targets, losses and choices, worked out by hand.</summary>
public sealed class ActionValueTests
{
    /// <summary>The target network's values of the next states of three transitions.</summary>
    private static readonly float[] s_judging = [1, 5, 3, 2, -4, 6, 7, 8, 9];

    /// <summary>The learning network's.</summary>
    private static readonly float[] s_choosing = [4, 2, 3, 9, 1, 0, 1, 1, 0];

    [Fact]
    public void Targets_OfDqn_AreTheGreatestValuesOfTheTargetNetwork()
    {
        float[] targets = new float[3];

        ActionValues.WriteTargets(Batch(), s_judging, s_judging, 0.5f, targets);

        // 1 + 0.5 × 5; 0 + 0.5 × 6; the ball was over.
        targets.ShouldBe([3.5f, 3, -1]);
    }

    [Fact]
    public void Targets_OfDoubleDqn_AreItsValuesOfTheActionsThatTheOtherWouldTake()
    {
        float[] targets = new float[3];

        ActionValues.WriteTargets(Batch(), s_judging, s_choosing, 0.5f, targets);

        // The learning network would take action 0 in both: 1 + 0.5 × 1; 0 + 0.5 × 2.
        targets.ShouldBe([1.5f, 1, -1]);
    }

    [Fact]
    public void TheLoss_IsOfTheActionsTaken_AndItsGradientNoGreaterThan1()
    {
        TakenActionLoss loss = new(2);
        (loss.Actions[0], loss.Targets[0]) = (1, 2.5f);
        (loss.Actions[1], loss.Targets[1]) = (2, 3);
        OutputSet outputs = new(CatchNet.Info);
        OutputSet gradients = new(CatchNet.Info);
        outputs.Resize(2);
        gradients.Resize(2);
        new float[] { 4, 2, 1, 5, 6, -1 }.CopyTo(outputs["output"]);

        // Errors of −0.5 and −4: 0.125 and 3.5.
        loss.Compute(outputs, gradients).ShouldBe((0.125 + 3.5) / 2, 1e-7);

        gradients["output"].ToArray().ShouldBe([0, -0.25f, 0, 0, 0, -0.5f]);
        loss.MeanValue.ShouldBe((4 + 6) / 2.0);
    }

    [Fact]
    public void Choices_AreTheBestActions_OrByChance()
    {
        int[] chosen = new int[3];
        RandomSource random = new(1);
        ActionValues.Choose(s_judging, epsilon: 0, ref random, chosen);
        chosen.ShouldBe([1, 2, 2]);

        int[] counts = new int[IGame.Actions];
        for (int i = 0; i < 1_000; i++)
        {
            ActionValues.Choose(s_judging.AsSpan(0, 3), epsilon: 0.3, ref random, chosen.AsSpan(0, 1));
            counts[chosen[0]]++;
        }

        // 0.7 and a third of 0.3 are 800; one deviation is 13.
        ((double)counts[1]).ShouldBe(800, 60);
        ((double)counts[0]).ShouldBe(100, 50);
        ActionValues.Choose([], epsilon: 1, ref random, chosen);
        chosen.ShouldAllBe(action => action >= 0 && action < 3);
    }

    private static Transitions Batch()
    {
        Transitions batch = new(3, stateSize: 1);
        new float[] { 1, 0, -1 }.CopyTo(batch.Rewards, 0);
        batch.Ended[2] = true;
        return batch;
    }
}
