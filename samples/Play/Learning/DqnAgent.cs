using NetGen;

namespace Play;

/// <summary>A network that learns the values of actions, and the one before it that says what they should be (Mnih et al. 2015, "Human-level control through deep reinforcement learning", Nature 518, algorithm 1).</summary>
internal sealed class DqnAgent : IDisposable
{
    private readonly Model _target;
    private readonly Adam _adam = new();
    private readonly Recipe _recipe;
    private readonly bool _double;
    private readonly TakenActionLoss _loss;
    private readonly OutputLoss _compute;
    private readonly float[] _judging;
    private readonly float[] _choosing;

    /// <param name="recipe">The numbers.</param>
    /// <param name="variant">Which network, and which targets.</param>
    /// <param name="seed">Decides the first weights.</param>
    /// <param name="threads">Threads to work on.</param>
    public DqnAgent(Recipe recipe, Variant variant, ulong seed, int threads)
    {
        _recipe = recipe;
        _double = variant is Variant.Double or Variant.DoubleDueling;
        bool dueling = variant is Variant.Dueling or Variant.DoubleDueling;
        Network = recipe.NewNetwork(dueling, seed);
        _target = recipe.NewNetwork(dueling, seed);
        Network.Threads = _target.Threads = threads;
        if (DuelingSum.Give(Network))
        {
            DuelingSum.Freeze(_adam);
        }

        UpdateTarget();
        _loss = new TakenActionLoss(recipe.BatchSize);
        _compute = _loss.Compute;
        _judging = new float[recipe.BatchSize * IGame.Actions];
        _choosing = new float[_judging.Length];
    }

    /// <summary>The network that learns.</summary>
    public Model Network { get; }

    /// <summary>Adds all that a training goes on from.</summary>
    public void AddTo(SavedState state)
    {
        state.Add("network", Network);
        state.Add("target", _target);
        state.Add("adam", _adam, Network.Parameters);
    }

    /// <summary>Takes a step.</summary>
    /// <param name="batch">What happened.</param>
    /// <param name="rate">The learning rate.</param>
    /// <returns>The loss before the step, and the mean value of the best action in the states of the batch.</returns>
    public (double Loss, double Value) Learn(Transitions batch, float rate)
    {
        _target.Predict(batch.NextStates, _judging);
        if (_double)
        {
            Network.Predict(batch.NextStates, _choosing);
        }

        ActionValues.WriteTargets(batch, _judging, _double ? _choosing : _judging, _recipe.Discount, _loss.Targets);
        batch.Actions.CopyTo(_loss.Actions, 0);
        _adam.LearningRate = rate;
        return (Network.TrainStep(batch.States, _compute, _adam).Loss, _loss.MeanValue);
    }

    /// <summary>Has the target network be what the learning one is now.</summary>
    public void UpdateTarget()
    {
        for (int p = 0; p < Network.Parameters.Count; p++)
        {
            Network.Parameters[p].Values.CopyTo(_target.Parameters[p].Edit());
        }
    }

    public void Dispose()
    {
        Network.Dispose();
        _target.Dispose();
    }
}
