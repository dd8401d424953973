namespace NetGen;

/// <summary>Saves the model whenever a figure is better than in all epochs before: Keras's <c>ModelCheckpoint(save_best_only=True)</c>.</summary>
/// <remarks>The file holds the parameters alone, as <see cref="Model.Save"/> writes them. To go on with an interrupted training, <see cref="Trainer.CheckpointPath"/>.</remarks>
public sealed class SaveBest : TrainingCallback
{
    private readonly string _path;
    private double? _best;

    /// <summary>Saves to a file.</summary>
    /// <param name="path">The file, which is replaced each time.</param>
    public SaveBest(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <summary>The figure that is watched.</summary>
    public MonitoredMetric Monitor { get; init; } = MonitoredMetric.ValidationLoss;

    /// <summary>The epoch that was saved last, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingState state)
    {
        if (state.Epoch == 0)
        {
            _best = null;
            BestEpoch = 0;
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state)
    {
        double value = Monitor.Value(state.History[^1]);
        if (!Monitor.IsBetter(value, _best ?? Monitor.Worst))
        {
            return;
        }

        using IDisposable? average = state.Trainer.Average?.Apply(state.Model.Parameters);
        WeightFile.Save(state.Model.Parameters, _path);
        _best = value;
        BestEpoch = state.Epoch;
    }

    /// <inheritdoc/>
    public override void Capture(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        memory.Write("best", _best ?? double.NaN);
        memory.Write("best_epoch", BestEpoch);
    }

    /// <inheritdoc/>
    public override void Restore(CallbackMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        double best = memory.ReadNumber("best");
        _best = double.IsNaN(best) ? null : best;
        BestEpoch = (int)memory.ReadNumber("best_epoch");
    }
}
