namespace NetGen;

/// <summary>Ends a training in which a figure has not become better for some epochs: Keras's <c>EarlyStopping</c>.</summary>
public sealed class EarlyStopping : MonitoringCallback
{
    private readonly ParameterCopy _bestParameters = new();

    /// <summary>How many epochs without a better figure end the training, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int Patience
    {
        get;
        init => field = Check.AtLeastOne(value, nameof(Patience));
    } = 10;

    /// <summary>Whether the model has the parameters of its best epoch when the training ends, also by cancellation.</summary>
    public bool RestoreBestWeights { get; init; } = true;

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingState state)
    {
        base.OnTrainBegin(state);
        if (state.Epoch == 0)
        {
            _bestParameters.Clear();
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!_bestParameters.IsEmpty)
        {
            _bestParameters.PutBack(state.Model.Parameters);
        }
    }

    /// <inheritdoc/>
    public override void Capture(CallbackMemory memory)
    {
        base.Capture(memory);
        if (!_bestParameters.IsEmpty)
        {
            memory.Write("best_parameters", _bestParameters.Values);
        }
    }

    /// <inheritdoc/>
    public override void Restore(CallbackMemory memory)
    {
        base.Restore(memory);
        if (memory.HasFloats("best_parameters"))
        {
            _bestParameters.Take(memory.ReadFloats("best_parameters"));
        }
    }

    private protected override void OnBetter(TrainingState state)
    {
        if (RestoreBestWeights)
        {
            using IDisposable? average = Validated(state);
            _bestParameters.Take(state.Model.Parameters);
        }
    }

    private protected override void OnWaited(TrainingState state)
    {
        if (Waited >= Patience)
        {
            state.Stop(FormattableString.Invariant($"no better {Monitor.Name} than {Best:G6} of epoch {BestEpoch} for {Waited} epochs"));
        }
    }
}
