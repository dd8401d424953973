namespace NetGen;

/// <summary>
/// A model's trainable values, cut into runs that are changed alike, and the steps that each parameter has taken: a parameter that was frozen
/// for a while took fewer than the optimizer, and PyTorch's formulas count its own.
/// </summary>
internal sealed class ParameterRuns
{
    private readonly ParameterSet _set;
    private readonly Parameter[] _parameters;
    private readonly long[] _taken;
    private readonly bool[] _moving;
    private ParameterRun[] _runs = [];

    /// <summary>The optimizer's steps up to which <see cref="_taken"/> counts.</summary>
    private long _counted;

    /// <summary>Starts before the first step; <see cref="Cut"/> comes next.</summary>
    public ParameterRuns(ParameterSet set)
    {
        _set = set;
        _parameters = [.. set.Where(p => p.Trainable)];
        _taken = new long[_parameters.Length];
        _moving = new bool[_parameters.Length];
    }

    /// <summary>The trainable parameters, in the order of their values.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>What moves, in the order of the values; what is frozen is in no run.</summary>
    public ReadOnlySpan<ParameterRun> Runs => _runs;

    /// <summary>Cuts anew by what holds now.</summary>
    /// <param name="rules">What holds.</param>
    /// <param name="steps">The optimizer's steps so far.</param>
    /// <exception cref="InvalidOperationException">A pattern fits no parameter; the runs stay as they were.</exception>
    public void Cut(ParameterRules rules, long steps)
    {
        rules.Check(_set);
        (float RateFactor, double? WeightDecay)?[] settings = [.. _parameters.Select(p => rules.Of(p, _set))];
        Count(steps);
        List<ParameterRun> runs = [];
        int start = 0;
        for (int i = 0; i < _parameters.Length; i++)
        {
            int length = _parameters[i].Length;
            _moving[i] = settings[i] is not null;
            if (settings[i] is { } setting)
            {
                ParameterRun run = new(start, length, setting.RateFactor, setting.WeightDecay, steps - _taken[i]);
                if (runs.Count > 0 && runs[^1].End == start && runs[^1].IsLike(run))
                {
                    runs[^1] = runs[^1] with { Length = runs[^1].Length + length };
                }
                else
                {
                    runs.Add(run);
                }
            }

            start += length;
        }

        _runs = [.. runs];
        rules.Changed = false;
    }

    /// <summary>The steps that each parameter has taken, in the order of <see cref="Parameters"/>.</summary>
    /// <param name="steps">The optimizer's.</param>
    public ReadOnlySpan<long> Taken(long steps)
    {
        Count(steps);
        return _taken;
    }

    /// <summary>Takes over the steps of an earlier training; the runs are to be cut anew.</summary>
    public void Restore(ReadOnlySpan<long> taken, long steps)
    {
        taken.CopyTo(_taken);
        _counted = steps;
    }

    private void Count(long steps)
    {
        for (int i = 0; i < _taken.Length; i++)
        {
            _taken[i] += _moving[i] ? steps - _counted : 0;
        }

        _counted = steps;
    }
}
