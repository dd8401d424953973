using NetGen.Runtime;

namespace NetGen;

/// <summary>Evaluates a model on a data set, with buffers made once.</summary>
internal sealed class Evaluation : IEvaluation
{
    private readonly Model _model;
    private readonly Dataset _dataset;
    private readonly int _batchSize;
    private readonly BatchLoader _loader;
    private readonly Metric[] _metrics;
    private readonly float[] _outputs;
    private readonly LossTally _tally;

    /// <summary>Makes the buffers.</summary>
    public Evaluation(Model model, Dataset dataset, int batchSize, int loaderThreads, Metric[] metrics)
    {
        _model = model;
        _dataset = dataset;
        _batchSize = int.Min(batchSize, dataset.Count);
        _loader = new BatchLoader(new BatchRecipe { Dataset = dataset }, _batchSize, loaderThreads);
        _metrics = metrics;
        _tally = new LossTally(model);
        _outputs = metrics.Length == 0 ? [] : new float[checked(_batchSize * model.Description.OutputSize)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<MetricValue> Values => [.. _metrics.Select(m => new MetricValue(m.Name, m.Value))];

    /// <inheritdoc/>
    public IReadOnlyList<StepResult> Outputs => _tally.Outputs();

    /// <inheritdoc/>
    public StepResult? Run(CancellationToken cancellation)
    {
        // Each output's figures are read after the call that found them.
        using Gate.Reservation reservation = _tally.HasOutputs ? _model.Reserve() : default;
        _tally.Clear();
        foreach (Metric metric in _metrics)
        {
            metric.Reset();
        }

        _loader.Begin(1, _dataset.Count);
        for (int start = 0; start < _dataset.Count; start += _batchSize)
        {
            if (cancellation.IsCancellationRequested)
            {
                return null;
            }

            BatchBuffer batch = _loader.Next();
            Span<float> outputs = _outputs.Length == 0 ? default : _outputs.AsSpan(0, batch.Count * _model.Description.OutputSize);
            _tally.Add(batch, batch.Evaluate(_model, outputs));
            foreach (Metric metric in _metrics)
            {
                metric.Add(batch.WithOutputs(_model.Description.OutputShape, outputs, _model.Layout.IgnoreIndex));
            }
        }

        return _tally.ToResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _loader.Dispose();
}
