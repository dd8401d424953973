namespace NetGen;

/// <summary>
/// Keeps slow weights that follow the trained ones every few steps, slow += alpha × (trained - slow), after which the training goes on from them. The model has the slow weights when the training ends.
/// </summary>
/// <remarks>
/// Zhang et al. 2019, "Lookahead Optimizer: k steps forward, 1 step back", algorithm 1. Buffers such as running statistics are treated alike. What the optimizer remembers stays as it is.
/// </remarks>
public sealed class Lookahead : TrainingCallback
{
    private readonly int _steps;
    private readonly Func<double, double> _alpha;
    private float[] _slow = [];

    /// <summary>Follows by the same share each time.</summary>
    /// <param name="steps">How many steps the trained weights go before the slow ones follow, at least 1; 5 to 10 in the paper.</param>
    /// <param name="alpha">How far the slow weights go toward the trained ones, over 0 and up to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Lookahead(int steps = 5, double alpha = 0.5)
        : this(steps, Constant(alpha))
    {
    }

    /// <summary>Follows by a share that changes with the training.</summary>
    /// <param name="steps">How many steps the trained weights go before the slow ones follow, at least 1.</param>
    /// <param name="alpha">
    /// How far the slow weights go toward the trained ones, over 0 and up to 1, by how much of the training's steps are taken: over 0 and up to 1. With
    /// <c>t => 1 - (0.95^5 × t³)</c> the slow weights follow at once at first and by 0.23 at the end (Jordan 2024, "94% on CIFAR-10 in 3.29 Seconds on a Single GPU").
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is under 1.</exception>
    public Lookahead(int steps, Func<double, double> alpha)
    {
        ArgumentNullException.ThrowIfNull(alpha);
        _steps = Check.AtLeastOne(steps, nameof(steps));
        _alpha = alpha;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A checkpoint's slow weights are another network's.</exception>
    public override void OnTrainBegin(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ParameterSet parameters = state.Model.Parameters;
        int length = parameters.ValueCount;
        if (state.Step == 0 || _slow.Length == 0)
        {
            _slow = new float[length];
            parameters.CopyTo(_slow);
        }
        else if (_slow.Length != length)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"callback \"{Name}\": expected slow weights of {length} numbers, actual {_slow.Length}"));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The share that was given for this part of the training is out of range.</exception>
    public override void OnStepEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Step % _steps != 0)
        {
            return;
        }

        double alpha = _alpha((double)state.Step / state.TotalSteps);
        if (alpha is not (> 0 and <= 1))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"alpha: expected a number over 0 and up to 1, actual {alpha} at step {state.Step} of {state.TotalSteps}"));
        }

        AverageRule rule = new((float)alpha);
        int start = 0;
        ParameterSet parameters = state.Model.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            Parameter parameter = parameters[i];
            UpdatePass.Run(rule, _slow.AsSpan(start, parameter.Length), parameter.Values, default, default, default);
            start += parameter.Length;
        }

        parameters.CopyFrom(_slow);
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Model.Parameters.CopyFrom(_slow);
    }

    /// <inheritdoc/>
    public override void Capture(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        memory.Write("slow", _slow);
    }

    /// <inheritdoc/>
    public override void Restore(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        _slow = memory.ReadFloats("slow").ToArray();
    }

    private static Func<double, double> Constant(double alpha) => alpha is > 0 and <= 1
        ? _ => alpha
        : throw new ArgumentOutOfRangeException(nameof(alpha), FormattableString.Invariant($"expected a number over 0 and up to 1, actual {alpha}"));
}
