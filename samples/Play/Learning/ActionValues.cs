using NetGen;

namespace Play;

/// <summary>What is done and learnt by the values of actions.</summary>
internal static class ActionValues
{
    /// <summary>What a step should have given for the actions that were taken: the reward, and where the ball was not over, the discounted value of the best action next.</summary>
    /// <param name="batch">What happened.</param>
    /// <param name="judging">The target network's values of the next states.</param>
    /// <param name="choosing">
    /// Values of the next states by which the best action is chosen. By the target network's it is DQN's target (Mnih et al. 2015, algorithm 1), by the learning network's double DQN's (van Hasselt, Guez and Silver 2016,
    /// arXiv 1509.06461, equation 4).
    /// </param>
    /// <param name="discount">What a point is worth that comes a step later.</param>
    /// <param name="targets">Receives a number a transition.</param>
    public static void WriteTargets(Transitions batch, ReadOnlySpan<float> judging, ReadOnlySpan<float> choosing, float discount, Span<float> targets)
    {
        int actions = judging.Length / batch.Count;
        for (int i = 0; i < batch.Count; i++)
        {
            int best = Logits.ArgMax(choosing.Slice(i * actions, actions));
            targets[i] = batch.Rewards[i] + (batch.Ended[i] ? 0 : discount * judging[(i * actions) + best]);
        }
    }

    /// <summary>Chooses the best action of each game, or with some probability any.</summary>
    /// <param name="values">The actions' values, game after game; empty where every action is by chance.</param>
    /// <param name="epsilon">The probability, from 0 to 1.</param>
    /// <param name="random">Takes two numbers a game, whatever they are.</param>
    /// <param name="chosen">Receives an action a game.</param>
    public static void Choose(ReadOnlySpan<float> values, double epsilon, ref RandomSource random, Span<int> chosen)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            bool any = random.NextDouble() < epsilon;
            int action = random.Next(IGame.Actions);
            chosen[i] = any ? action : Logits.ArgMax(values.Slice(i * IGame.Actions, IGame.Actions));
        }
    }
}
