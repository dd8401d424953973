using NetGen;

namespace Play;

/// <summary>The training: in each round an action in every game, then steps on what is drawn from the memory.</summary>
internal sealed class DqnTraining
{
    private readonly Recipe _recipe;
    private readonly DqnAgent _agent;
    private readonly Playground _playground;
    private readonly Transitions _batch;
    private readonly CosineSchedule _rates;
    private readonly ulong _seed;
    private readonly int _epochs;
    private readonly float[] _states;
    private readonly float[] _values;
    private readonly int[] _actions;

    /// <param name="recipe">The numbers.</param>
    /// <param name="agent">What learns.</param>
    /// <param name="epochs">How long.</param>
    /// <param name="seed">Decides the games and what is drawn.</param>
    public DqnTraining(Recipe recipe, DqnAgent agent, int epochs, ulong seed)
    {
        (_recipe, _agent, _epochs, _seed) = (recipe, agent, epochs, seed);
        RandomSource random = new(seed, Purpose.Beginning, 0);
        _playground = new Playground(recipe.NewGame, recipe.Games, recipe.Capacity, ref random);
        _batch = new Transitions(recipe.BatchSize, _playground.StateSize);
        _rates = new CosineSchedule(recipe.Rate);
        _states = new float[recipe.Games * _playground.StateSize];
        _values = new float[recipe.Games * IGame.Actions];
        _actions = new int[recipe.Games];
    }

    /// <summary>Rounds of the training.</summary>
    public long Rounds => (long)_epochs * _recipe.RoundsPerEpoch;

    /// <summary>Adds all that the training goes on from: networks, games, and the memory.</summary>
    public void AddTo(SavedState state)
    {
        _agent.AddTo(state);
        state.Add("games.bin.gz", _playground.Save, _playground.Load);
    }

    /// <summary>Takes a round.</summary>
    /// <param name="number">Its number, from 0: all chance depends on it and the seed.</param>
    /// <param name="figures">Receive the mean loss of its steps, and the mean value of the best action.</param>
    public void Round(long number, Span<double> figures)
    {
        RandomSource acting = new(_seed, Purpose.Acting, (int)number);
        _playground.WriteStates(_states);
        _agent.Network.Predict(_states, _values);
        ActionValues.Choose(_values, Epsilon(number), ref acting, _actions);
        _playground.Act(_actions, ref acting);
        figures.Clear();
        long learning = number - _recipe.RoundsBefore;
        if (learning < 0)
        {
            return;
        }

        RandomSource drawing = new(_seed, Purpose.Drawing, (int)number);
        float rate = _rates.Rate(number, Rounds, _recipe.RoundsPerEpoch);
        for (int i = 0; i < _recipe.StepsPerRound; i++)
        {
            _playground.Memory.Draw(_batch, ref drawing);
            (double loss, double value) = _agent.Learn(_batch, rate);
            figures[0] += loss / _recipe.StepsPerRound;
            figures[1] += value / _recipe.StepsPerRound;
            if (((learning * _recipe.StepsPerRound) + i + 1) % _recipe.StepsPerTarget == 0)
            {
                _agent.UpdateTarget();
            }
        }
    }

    /// <summary>The share of actions by chance: it falls in a straight line from 1, then stays.</summary>
    private double Epsilon(long number)
    {
        double passed = Math.Min(1, number / (_recipe.Exploring * Rounds));
        return 1 + (passed * (_recipe.LastEpsilon - 1));
    }
}
