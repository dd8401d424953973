namespace NetGen;

/// <summary>Saves the model whenever a figure is better than in all epochs before: Keras's <c>ModelCheckpoint(save_best_only=True)</c>.</summary>
/// <remarks>The file holds the parameters alone, as <see cref="Model.Save"/> writes them. To go on with an interrupted training, <see cref="Trainer.CheckpointPath"/>.</remarks>
public sealed class SaveBest : MonitoringCallback
{
    private readonly string _path;

    /// <summary>Saves to a file.</summary>
    /// <param name="path">The file, which is replaced each time.</param>
    public SaveBest(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    private protected override void OnBetter(TrainingState state)
    {
        using IDisposable? average = Validated(state);
        WeightFile.Save(state.Model.Parameters, _path);
    }
}
