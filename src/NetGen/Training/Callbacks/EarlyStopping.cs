namespace NetGen;

/// <summary>Ends a training in which a figure has not become better for some epochs: Keras's <c>EarlyStopping</c>.</summary>
public sealed class EarlyStopping : TrainingCallback
{
    private readonly ParameterCopy _bestParameters = new();
    private double? _best;
    private int _waited;

    /// <summary>The figure that is watched.</summary>
    public MonitoredMetric Monitor { get; init; } = MonitoredMetric.ValidationLoss;

    /// <summary>How many epochs without a better figure end the training, at least 1.</summary>
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
    }

    /// <summary>Whether the model has the parameters of its best epoch when the training ends, however it does.</summary>
    public bool RestoreBestWeights { get; init; } = true;

    /// <summary>The epoch with the best figure, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingState state)
    {
        if (state.Epoch == 0)
        {
            _best = null;
            _waited = 0;
            BestEpoch = 0;
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
            BestEpoch = state.Epoch;
            if (RestoreBestWeights)
            {
                // What was validated: the average, where there is one.
                using IDisposable? average = state.Trainer.Average?.Apply(state.Model.Parameters);
                _bestParameters.Take(state.Model.Parameters);
            }
        }
        else if (++_waited >= Patience)
        {
            state.Stop(FormattableString.Invariant($"no better {Monitor.Name} than {_best:G6} of epoch {BestEpoch} for {_waited} epochs"));
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingState state)
    {
        if (RestoreBestWeights && !_bestParameters.IsEmpty)
        {
            _bestParameters.PutBack(state.Model.Parameters);
        }
    }

    /// <inheritdoc/>
    public override void Capture(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        memory.Write("best", _best ?? double.NaN);
        memory.Write("best_epoch", BestEpoch);
        memory.Write("waited", _waited);
        if (!_bestParameters.IsEmpty)
        {
            memory.Write("best_parameters", _bestParameters.Values);
        }
    }

    /// <inheritdoc/>
    public override void Restore(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        double best = memory.ReadNumber("best");
        _best = double.IsNaN(best) ? null : best;
        BestEpoch = (int)memory.ReadNumber("best_epoch");
        _waited = (int)memory.ReadNumber("waited");
        if (memory.HasFloats("best_parameters"))
        {
            _bestParameters.Take(memory.ReadFloats("best_parameters"));
        }
    }
}
