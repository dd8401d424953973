namespace NetGen;

/// <summary>Lowers the learning rate when a figure has not become better for some epochs: Keras's and PyTorch's <c>ReduceLROnPlateau</c>.</summary>
public sealed class ReduceLearningRateOnPlateau : TrainingCallback
{
    private double? _best;
    private int _waited;

    /// <summary>The figure that is watched.</summary>
    public MonitoredMetric Monitor { get; init; } = MonitoredMetric.ValidationLoss;

    /// <summary>What the rate is multiplied with, from 0 up to, but without, 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Factor
    {
        get;
        init => field = Check.UnderOne(value, nameof(Factor));
    } = 0.1;

    /// <summary>How many epochs without a better figure lower the rate, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int Patience
    {
        get;
        init => field = Check.AtLeastOne(value, nameof(Patience));
    } = 10;

    /// <summary>By how much a figure must be better to count, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double MinDelta
    {
        get;
        init => field = Check.NotNegative(value, nameof(MinDelta));
    } = 1e-4;

    /// <summary>The lowest rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double MinRate
    {
        get;
        init => field = Check.NotNegative(value, nameof(MinRate));
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingState state)
    {
        if (state.Trainer.Schedule is not null)
        {
            throw new InvalidOperationException($"expected no Trainer.Schedule beside {nameof(ReduceLearningRateOnPlateau)}: the schedule sets the rate at each step");
        }

        if (state.Epoch == 0)
        {
            _best = null;
            _waited = 0;
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state)
    {
        double value = Monitor.Value(state.History[^1]);
        if (Monitor.IsBetter(value, _best ?? Monitor.Worst, _best is null ? 0 : MinDelta))
        {
            _best = value;
            _waited = 0;
        }
        else if (++_waited >= Patience)
        {
            _waited = 0;
            float rate = state.Optimizer.LearningRate;
            state.Optimizer.LearningRate = Math.Min(rate, (float)Math.Max(rate * Factor, MinRate));
        }
    }

    /// <inheritdoc/>
    public override void Capture(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        memory.Write("best", _best ?? double.NaN);
        memory.Write("waited", _waited);
    }

    /// <inheritdoc/>
    public override void Restore(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        double best = memory.ReadNumber("best");
        _best = double.IsNaN(best) ? null : best;
        _waited = (int)memory.ReadNumber("waited");
    }
}
