namespace NetGen;

/// <summary>Evaluates a model on a data set, with buffers made once.</summary>
internal sealed class Evaluation : IDisposable
{
    private readonly Model _model;
    private readonly Dataset _dataset;
    private readonly int _batchSize;
    private readonly BatchLoader _loader;

    /// <summary>Makes the buffers.</summary>
    public Evaluation(Model model, Dataset dataset, int batchSize, int loaderThreads)
    {
        _model = model;
        _dataset = dataset;
        _batchSize = int.Min(batchSize, dataset.Count);
        _loader = new BatchLoader(new BatchRecipe { Dataset = dataset }, _batchSize, loaderThreads);
    }

    /// <summary>Evaluates the whole set in its order.</summary>
    /// <returns>The outcome, or <see langword="null"/> where it was cancelled.</returns>
    public StepResult? Run(CancellationToken cancellation)
    {
        Tally tally = default;
        _loader.Begin(1, _dataset.Count);
        for (int start = 0; start < _dataset.Count; start += _batchSize)
        {
            if (cancellation.IsCancellationRequested)
            {
                return null;
            }

            BatchBuffer batch = _loader.Next();
            tally.Add(batch.Evaluate(_model), batch.Count);
        }

        return tally.ToResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _loader.Dispose();

    /// <summary>Refuses a data set that does not fit a model.</summary>
    public static void CheckFit(Model model, Dataset dataset, string name)
    {
        CheckInputs(model, dataset, name);
        ModelInfo info = model.Description;
        int labels = info.OutputShape.Skip(1).Aggregate(1, (product, size) => product * size);
        if (dataset.LabelSize > 0 && dataset.LabelSize != labels)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected {labels} labels a sample for output {ShapeText.Of(info.OutputShape)}, actual {dataset.LabelSize}"),
                name);
        }

        if (dataset.TargetSize > 0 && dataset.TargetSize != info.OutputSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected {info.OutputSize} targets a sample for output {ShapeText.Of(info.OutputShape)}, actual {dataset.TargetSize}"),
                name);
        }
    }

    /// <summary>Refuses a data set whose inputs do not fit a model, or that has none.</summary>
    public static void CheckInputs(Model model, Dataset dataset, string name)
    {
        if (dataset.Count == 0)
        {
            throw new ArgumentException("expected one sample or more, actual 0", name);
        }

        if (dataset.InputSize != model.Description.InputSize)
        {
            throw new ArgumentException($"expected inputs of shape {ShapeText.Of(model.Description.InputShape)}, actual {ShapeText.Of(dataset.InputShape)}", name);
        }
    }
}
