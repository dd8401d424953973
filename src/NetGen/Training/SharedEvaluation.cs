using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Evaluates a model on a data set whose batches several processes share: each computes every so many batches' outputs, and all are told what each batch came to and add it up in the batches' order. So the figures are
/// those of one process, to the bit.
/// </summary>
internal sealed class SharedEvaluation : IEvaluation
{
    private readonly World _world;
    private readonly RankClock _clock;
    private readonly Model _model;
    private readonly Dataset _dataset;
    private readonly int _batchSize;
    private readonly int _batches;
    private readonly BatchLoader? _loader;
    private readonly Metric[] _metrics;
    private readonly double[] _own = new double[5];
    private readonly double[] _all;
    private readonly float[] _outputs;
    private readonly float[] _everyOutput;
    private readonly float[] _targets;
    private readonly int[] _labels;
    private readonly int _ownSamples;

    /// <summary>Makes the buffers.</summary>
    public SharedEvaluation(World world, RankClock clock, Model model, Dataset dataset, int batchSize, int loaderThreads, Metric[] metrics)
    {
        _world = world;
        _clock = clock;
        _model = model;
        _dataset = dataset;
        _batchSize = int.Min(batchSize, dataset.Count);
        _batches = ((dataset.Count - 1) / _batchSize) + 1;
        _metrics = metrics;
        int[] own = [.. Enumerable.Range(0, _batches).Where(b => b % world.Size == world.Rank).SelectMany(b => Enumerable.Range(b * _batchSize, CountOf(b)))];
        _ownSamples = own.Length;
        if (own.Length > 0)
        {
            _loader = new BatchLoader(new BatchRecipe { Dataset = DatasetView.Of(dataset, own) }, _batchSize, loaderThreads);
        }

        _all = new double[_own.Length * world.Size];
        int room = metrics.Length == 0 ? 0 : checked(_batchSize * model.Description.OutputSize);
        _outputs = new float[room];
        _everyOutput = new float[checked(room * world.Size)];
        _labels = new int[metrics.Length == 0 ? 0 : _batchSize * dataset.LabelSize];
        _targets = new float[metrics.Length == 0 ? 0 : _batchSize * dataset.TargetSize];
    }

    /// <inheritdoc/>
    public IReadOnlyList<MetricValue> Values => [.. _metrics.Select(m => new MetricValue(m.Name, m.Value))];

    /// <summary>None: several ranks train models of one loss.</summary>
    public IReadOnlyList<StepResult> Outputs => [];

    /// <inheritdoc/>
    public StepResult? Run(CancellationToken cancellation)
    {
        Tally tally = default;
        foreach (Metric metric in _metrics)
        {
            metric.Reset();
        }

        _loader?.Begin(1, _ownSamples);
        for (int round = 0; round < _batches; round += _world.Size)
        {
            Evaluate(round + _world.Rank, cancellation);
            long began = RankClock.Now;
            _world.Gather(MemoryMarshal.AsBytes(_own.AsSpan()), MemoryMarshal.AsBytes(_all.AsSpan()));
            if (_metrics.Length > 0)
            {
                _world.Gather(MemoryMarshal.AsBytes(_outputs.AsSpan()), MemoryMarshal.AsBytes(_everyOutput.AsSpan()));
            }

            _clock.Waited(began);
            for (int rank = 0; rank < _world.Size; rank++)
            {
                if (_all[(rank * _own.Length) + 4] > 0)
                {
                    return null;
                }
            }

            for (int rank = 0; rank < _world.Size && round + rank < _batches; rank++)
            {
                Add(round + rank, rank, ref tally);
            }
        }

        return tally.ToResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _loader?.Dispose();

    private int CountOf(int batch) => int.Min(_batchSize, _dataset.Count - (batch * _batchSize));

    private void Evaluate(int number, CancellationToken cancellation)
    {
        _own.AsSpan().Clear();
        _own[4] = cancellation.IsCancellationRequested ? 1 : 0;
        if (number < _batches)
        {
            BatchBuffer batch = _loader!.Next();
            StepResult result = batch.Evaluate(_model, _outputs.Length == 0 ? default : _outputs.AsSpan(0, batch.Count * _model.Description.OutputSize));
            _own[0] = result.Loss;
            _own[1] = result.Correct;
            _own[2] = result.Count;
            _own[3] = batch.LossWeight(_model);
        }
    }

    private void Add(int number, int rank, ref Tally tally)
    {
        ReadOnlySpan<double> found = _all.AsSpan(rank * _own.Length, _own.Length);
        int count = CountOf(number);
        tally.Add(new StepResult(found[0], (int)found[1], (int)found[2]), count, found[3]);
        if (_metrics.Length == 0)
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            if (_dataset.LabelSize > 0)
            {
                _dataset.CopyLabels((number * _batchSize) + i, _labels.AsSpan(i * _dataset.LabelSize, _dataset.LabelSize));
            }
            else
            {
                _dataset.CopyTargets((number * _batchSize) + i, _targets.AsSpan(i * _dataset.TargetSize, _dataset.TargetSize));
            }
        }

        ReadOnlySpan<float> outputs = _everyOutput.AsSpan(rank * _outputs.Length, count * _model.Description.OutputSize);
        EvaluationBatch batch = _dataset.LabelSize > 0
            ? new EvaluationBatch(_model.Description.OutputShape, outputs, _labels.AsSpan(0, count * _dataset.LabelSize), _model.Layout.IgnoreIndex)
            : new EvaluationBatch(_model.Description.OutputShape, outputs, _targets.AsSpan(0, count * _dataset.TargetSize));
        foreach (Metric metric in _metrics)
        {
            metric.Add(batch);
        }
    }
}
