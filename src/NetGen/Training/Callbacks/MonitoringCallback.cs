namespace NetGen;

/// <summary>What callbacks share that watch a figure: which epoch was the best so far, and how many came after it.</summary>
public abstract class MonitoringCallback : TrainingCallback
{
    private double? _best;

    private protected MonitoringCallback()
    {
    }

    /// <summary>The figure that is watched.</summary>
    public MonitoredMetric Monitor { get; init; } = MonitoredMetric.ValidationLoss;

    /// <summary>By how much a figure must be better to count, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double MinDelta
    {
        get;
        init => field = Check.NotNegative(value, nameof(MinDelta));
    }

    /// <summary>The epoch with the best figure, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Its figure; not a number before the first.</summary>
    public double Best => _best ?? double.NaN;

    /// <summary>Epochs without a better figure since then, or since <see cref="OnWaited"/> began to count anew.</summary>
    private protected int Waited { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The figure is a metric that the trainer has not.</exception>
    public override void OnTrainBegin(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Monitor.Check(state.Trainer);
        if (state.Epoch == 0)
        {
            _best = null;
            BestEpoch = 0;
            Waited = 0;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The figure is one of the validation, and there is none.</exception>
    public sealed override void OnEpochEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        double value = Monitor.Value(state.History[^1]);
        if (Monitor.IsBetter(value, _best ?? Monitor.Worst, _best is null ? 0 : MinDelta))
        {
            OnBetter(state);
            _best = value;
            BestEpoch = state.Epoch;
            Waited = 0;
        }
        else
        {
            Waited++;
            OnWaited(state);
        }
    }

    /// <inheritdoc/>
    public override void Capture(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        memory.Write("best", Best);
        memory.Write("best_epoch", BestEpoch);
        memory.Write("waited", Waited);
    }

    /// <inheritdoc/>
    public override void Restore(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        double best = memory.ReadNumber("best");
        _best = double.IsNaN(best) ? null : best;
        BestEpoch = (int)memory.ReadNumber("best_epoch");
        Waited = (int)memory.ReadNumber("waited");
    }

    /// <summary>The epoch was better than all before it.</summary>
    private protected virtual void OnBetter(TrainingState state)
    {
    }

    /// <summary>It was not; <see cref="Waited"/> counts it.</summary>
    private protected virtual void OnWaited(TrainingState state)
    {
    }

    /// <summary>Puts what was validated into the model, until what is returned is disposed of: the average, where there is one.</summary>
    private protected static IDisposable? Validated(TrainingState state) => state.Trainer.Average?.Apply(state.Model.Parameters);
}
