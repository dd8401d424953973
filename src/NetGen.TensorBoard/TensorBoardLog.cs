namespace NetGen.TensorBoard;

/// <summary>Writes a training's curves for TensorBoard: Keras's <c>TensorBoard</c> callback.</summary>
/// <remarks>
/// <para>
/// As there, the folder gets a sub-folder <c>train</c> with <c>epoch_loss</c>, <c>epoch_accuracy</c> and <c>epoch_learning_rate</c>, and, where there is a validation set, one
/// <c>validation</c> with <c>epoch_loss</c>, <c>epoch_accuracy</c> and each of <see cref="Trainer.Metrics"/>, such as <c>epoch_top-3_accuracy</c>, so that both curves share a chart. <c>train</c> has <c>images_per_second</c> as well. Their steps are the epochs, from 1 as
/// everywhere in NetGen (Keras's are from 0); losses without classes have no accuracies. Where outputs have targets of their own, both have each output's loss and accuracy as well: <c>epoch_box_loss</c>.
/// </para>
/// <para>
/// Each training makes new files; one that goes on from a checkpoint adds its epochs to those of the files before. Steps that are taken again, since the checkpoint is older than
/// the break, are then there twice. Where a training ends by an exception the files hold all until then; <see cref="Dispose"/> closes them.
/// </para>
/// </remarks>
/// <example><code>trainer.Callbacks.Add(new TensorBoardLog("runs/one"));   // then: tensorboard --logdir runs</code></example>
public sealed class TensorBoardLog : TrainingCallback, IDisposable
{
    private readonly string _folder;
    private EventFile? _train;
    private EventFile? _validation;

    /// <inheritdoc/>
    public override bool RunsOnFirstRankOnly => true;

    /// <summary>Writes into a folder.</summary>
    /// <param name="folder">The run's folder, which is made where it does not exist.</param>
    /// <exception cref="ArgumentException">The folder is null or empty.</exception>
    public TensorBoardLog(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
    }

    /// <summary>Writes <c>batch_loss</c>, the last step's loss, whenever the steps taken over all epochs are a multiple of this; 0 for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int EverySteps
    {
        get;
        init => field = Check.InRange(value, 0, int.MaxValue, nameof(EverySteps));
    }

    /// <summary>Whether each epoch's end writes a histogram of every parameter's values under its path, running statistics among them.</summary>
    /// <remarks>Where values are NaN or infinite, which a histogram leaves out, <c>not_finite/</c> and the path is a curve of their number.</remarks>
    public bool Histograms { get; init; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The folder or the file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files.</exception>
    public override void OnTrainBegin(TrainingState state)
    {
        Dispose();

        // At once, so that a folder that takes no files ends the training before its first step.
        _train = new EventFile(Path.Combine(_folder, "train"));
    }

    /// <inheritdoc/>
    public override void OnStepEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (EverySteps > 0 && state.Step % EverySteps == 0)
        {
            Train().Scalar("batch_loss", state.Step, (float)state.LastStep.Loss);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        EpochResult epoch = state.History[^1];
        EventFile train = Train();
        train.Scalar("epoch_loss", epoch.Epoch, (float)epoch.Loss);
        WriteAccuracy(train, epoch.Epoch, epoch.Accuracy);
        foreach (OutputResult output in epoch.Outputs)
        {
            WriteOutput(train, epoch.Epoch, output.Output, output.Loss, output.Accuracy);
        }

        train.Scalar("epoch_learning_rate", epoch.Epoch, epoch.LearningRate);
        train.Scalar("images_per_second", epoch.Epoch, (float)epoch.ImagesPerSecond);
        if (Histograms)
        {
            WriteHistograms(train, state.Model.Parameters, epoch.Epoch);
        }

        train.Flush();
        if (epoch.Validation is { } validated)
        {
            _validation ??= new EventFile(Path.Combine(_folder, "validation"));
            _validation.Scalar("epoch_loss", epoch.Epoch, (float)validated.Loss);
            WriteAccuracy(_validation, epoch.Epoch, validated.Accuracy);
            foreach (OutputResult output in epoch.Outputs.Where(o => o.Validation is not null))
            {
                WriteOutput(_validation, epoch.Epoch, output.Output, output.Validation!.Value.Loss, output.Validation.Value.Accuracy);
            }

            foreach (MetricValue metric in epoch.Metrics)
            {
                _validation.Scalar($"epoch_{metric.Key}", epoch.Epoch, (float)metric.Value);
            }

            _validation.Flush();
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingState state) => Dispose();

    /// <summary>Closes the files; the next training makes new ones.</summary>
    public void Dispose()
    {
        EventFile? train = _train;
        EventFile? validation = _validation;
        _train = null;
        _validation = null;
        try
        {
            train?.Dispose();
        }
        finally
        {
            validation?.Dispose();
        }
    }

    private static void WriteAccuracy(EventFile file, int epoch, double accuracy)
    {
        if (!double.IsNaN(accuracy))
        {
            file.Scalar("epoch_accuracy", epoch, (float)accuracy);
        }
    }

    private static void WriteOutput(EventFile file, int epoch, string output, double loss, double accuracy)
    {
        foreach ((string name, double value) in OutputFigures.Figures("epoch_", output, loss, accuracy))
        {
            file.Scalar(name, epoch, (float)value);
        }
    }

    private static void WriteHistograms(EventFile file, IEnumerable<Parameter> parameters, int epoch)
    {
        foreach (Parameter parameter in parameters)
        {
            int leftOut = file.Histogram(parameter.Path, epoch, parameter.Values);
            if (leftOut > 0)
            {
                file.Scalar($"not_finite/{parameter.Path}", epoch, leftOut);
            }
        }
    }

    private EventFile Train() => _train ?? throw new InvalidOperationException($"expected {nameof(OnTrainBegin)} before, actual a log without a file");
}
