namespace NetGen;

/// <summary>Saves the model whenever a figure is better than in all epochs before: Keras's <c>ModelCheckpoint(save_best_only=True)</c>.</summary>
/// <remarks>The file holds the parameters, as <see cref="Model.Save"/> writes them, and <see cref="Metadata"/>. To go on with an interrupted training, <see cref="Trainer.CheckpointPath"/>.</remarks>
public sealed class SaveBest : MonitoringCallback
{
    private readonly string _path;

    /// <inheritdoc/>
    public override bool RunsOnFirstRankOnly => true;

    /// <summary>Saves to a file.</summary>
    /// <param name="path">The file, which is replaced each time.</param>
    public SaveBest(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <summary>Texts to keep in the file beside the parameters, for example the names of the classes.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    private protected override void OnBetter(TrainingState state)
    {
        using IDisposable? average = Validated(state);
        WeightFile.Save(state.Model.Parameters, _path, Metadata);
    }
}
