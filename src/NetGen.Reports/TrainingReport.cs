namespace NetGen.Reports;

/// <summary>Writes a <see cref="Report"/> of a training as it goes: when it begins, after each epoch, and at the end with what an evaluation finds.</summary>
/// <remarks>
/// <para>
/// A training that goes on from a checkpoint has the epochs before it in its curves as well. While it runs an open page loads itself again every half a minute. Put it last among the trainer's callbacks, so
/// that the evaluation sees the weights that <see cref="EarlyStopping"/> puts back, and what other callbacks add to the report is in it.
/// </para>
/// <para>
/// The evaluation is of the average's weights where <see cref="Trainer.Average"/> is one and no <see cref="EarlyStopping"/> restores others. A training that was cancelled is not evaluated, so that it ends at once; one that
/// ends by an exception leaves the report of its last epoch.
/// </para>
/// </remarks>
/// <example><code>trainer.Callbacks.Add(new TrainingReport("report.html") { Evaluation = test });</code></example>
public sealed class TrainingReport : TrainingCallback
{
    private const int Refresh = 30;

    private readonly string _path;
    private Report? _report;

    /// <inheritdoc/>
    public override bool RunsOnFirstRankOnly => true;

    /// <summary>Writes a report of this training alone.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    public TrainingReport(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <summary>Writes a report that other runs and parts of one's own may be in.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="report">The report.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    public TrainingReport(string path, Report report)
        : this(path)
    {
        ArgumentNullException.ThrowIfNull(report);
        _report = report;
    }

    /// <summary>What charts call the training, and headings where it is set; the model's name unless set. Trainings that share a report need one each.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string? RunName
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>What the model is evaluated on for the confusion matrix, the table of classes, the mistakes and the activations; without one there are none of these.</summary>
    public Dataset? Evaluation { get; init; }

    /// <summary>After how many epochs the evaluation is done anew, beside the one at the end; 0 for the end alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int EvaluateEvery
    {
        get;
        init => field = Check.InRange(value, 0, int.MaxValue, nameof(EvaluateEvery));
    }

    /// <summary>How many of the most mistaken samples are shown at most; 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Mistakes
    {
        get;
        init => field = Check.InRange(value, 0, int.MaxValue, nameof(Mistakes));
    } = 24;

    /// <summary>
    /// Samples of <see cref="Evaluation"/>, from 0, whose activations at each of the model's tags that is an image are shown, and over which <see cref="GradCam"/> shows what speaks for the
    /// predicted class where such a tag has a gradient (<see cref="TagAttribute.Gradient"/>) and the model has classes.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<int> Activations
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>The layer table, the filters and what an evaluation finds have the run's name in their headings where it was given.</summary>
    private string Suffix => RunName is null ? "" : $": {RunName}";

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainBegin(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Model model = state.Model;
        _report ??= new Report($"Training of {model.Description.Name}");
        _report.AddLayers(model.Description, "Layers" + Suffix);

        // At once, so that a file that cannot be written ends the training before its first step.
        Write(state, ends: false);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEpochEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (EvaluateEvery > 0 && state.Epoch % EvaluateEvery == 0 && state.Epoch < state.Epochs)
        {
            using IDisposable? average = state.Trainer.Average?.Apply(state.Model.Parameters);
            Evaluate(state.Model);
        }

        Write(state, ends: false);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainEnd(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (IsOver(state))
        {
            bool restored = state.Trainer.Callbacks.Any(c => c is EarlyStopping { RestoreBestWeights: true });
            using IDisposable? average = restored ? null : state.Trainer.Average?.Apply(state.Model.Parameters);
            Evaluate(state.Model);
        }

        Write(state, ends: true);
    }

    /// <summary>Whether it ended by itself, and not by cancellation.</summary>
    private static bool IsOver(TrainingState state) => state.StopReason is not null || state.History.Count >= state.Epochs;

    private void Evaluate(Model model)
    {
        Report report = Report();
        report.AddFilters(model, "First-layer filters" + Suffix);
        if (Evaluation is not { } dataset)
        {
            return;
        }

        ConfusionMatrix matrix = new(model.Description.OutputShape[0], dataset.ClassNames?.Count == model.Description.OutputShape[0] ? dataset.ClassNames : null);
        bool classifies = Evaluator.Run(model, dataset, matrix).Accuracy is not null;
        if (classifies)
        {
            report.AddConfusionMatrix(matrix, "Confusion matrix" + Suffix);
            report.AddClasses(matrix, "Classes" + Suffix);

            // Where each pixel has a class there is no sample to be mistaken as a whole.
            if (Mistakes > 0 && model.Description.OutputSize == matrix.Classes)
            {
                report.AddMistakes(Evaluator.MostMistaken(model, dataset, int.Min(Mistakes, dataset.Count)), dataset, "Most mistaken" + Suffix);
            }
        }

        if (Activations.Count > 0)
        {
            foreach (TensorInfo tag in model.Description.Tags.Where(t => t.Shape.Count == 3))
            {
                report.AddActivations(model, tag.Name, dataset, Activations, $"Activations at {tag.Name}{Suffix}");
                if (tag.HasGradient && classifies && model.Description.OutputSize == matrix.Classes)
                {
                    report.AddGradCam(model, tag.Name, dataset, Activations, $"Grad-CAM at {tag.Name}{Suffix}");
                }
            }
        }
    }

    private void Write(TrainingState state, bool ends)
    {
        Report report = Report();
        string name = RunName ?? state.Model.Description.Name;
        report.AddRun(name, state.History);
        AddRanks(report, state.History);
        string done = FormattableString.Invariant($"{state.History.Count} of {state.Epochs} epochs");
        report.Status = $"{name}: " + (!ends ? done : IsOver(state) ? $"ended after {done}" : $"interrupted after {done}")
            + (ends && state.StopReason is { } reason ? $" ({reason})" : "");
        report.RefreshSeconds = ends ? 0 : Refresh;
        report.Save(_path);
    }

    /// <summary>Where several processes train together, who keeps the others waiting.</summary>
    private void AddRanks(Report report, IReadOnlyList<EpochResult> history)
    {
        if (history.Count > 0 && history[^1].Ranks is { Count: > 0 } ranks)
        {
            report.AddTable(
                "Ranks" + Suffix,
                ["rank", "waiting"],
                ranks.Select(r => (IReadOnlyList<string>)[FormattableString.Invariant($"{r.Rank}: {r.Name}"), FormattableString.Invariant($"{r.Waiting * 100:F1} %")]),
                FormattableString.Invariant($"The share of epoch {history[^1].Epoch} in which each waited for others. Who waits least keeps the others waiting."));
        }
    }

    private Report Report() => _report ?? throw new InvalidOperationException($"expected {nameof(OnTrainBegin)} before, actual a report without a training");
}
