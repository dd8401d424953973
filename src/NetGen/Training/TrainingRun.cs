using System.Diagnostics;

namespace NetGen;

/// <summary>One call of <see cref="Trainer.Fit"/>: its buffers, its order of samples, its clock.</summary>
internal sealed class TrainingRun
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(0.1);

    private readonly Trainer _trainer;
    private readonly Dataset _train;
    private readonly CancellationToken _cancellation;
    private readonly Evaluation? _validation;
    private readonly BatchBuffer _buffer;
    private readonly int[] _order;
    private readonly int _batchSize;
    private readonly int _epochs;
    private readonly int _samplesPerEpoch;
    private readonly int _stepsPerEpoch;
    private readonly long _totalSteps;
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _lastReport;
    private long _steps;

    /// <summary>Makes all buffers.</summary>
    public TrainingRun(Trainer trainer, Dataset train, Dataset? validation, CancellationToken cancellation)
    {
        _trainer = trainer;
        _train = train;
        _cancellation = cancellation;
        _batchSize = int.Min(trainer.BatchSize, train.Count);
        _epochs = trainer.Epochs;
        _samplesPerEpoch = trainer.DropLast ? train.Count / _batchSize * _batchSize : train.Count;
        _stepsPerEpoch = (_samplesPerEpoch - 1) / _batchSize + 1;
        _totalSteps = (long)_stepsPerEpoch * _epochs;
        _validation = validation is null ? null : new Evaluation(trainer.Model, validation, _batchSize);
        _buffer = new BatchBuffer(train, _batchSize);
        _order = new int[train.Count];
        _lastReport = _started;
    }

    /// <summary>Trains.</summary>
    public TrainingResult Run()
    {
        List<EpochResult> epochs = new(int.Min(_epochs, 1024));
        for (int epoch = 1; epoch <= _epochs; epoch++)
        {
            Tally tally = default;
            long epochStarted = Stopwatch.GetTimestamp();
            if (!TrainEpoch(epoch, epochStarted, ref tally))
            {
                return Result(epochs, cancelled: true);
            }

            TimeSpan elapsed = Stopwatch.GetElapsedTime(epochStarted);
            StepResult? validated = _validation?.Run(_cancellation);
            double speed = tally.Samples / elapsed.TotalSeconds;
            epochs.Add(new EpochResult(epoch, tally.Loss, tally.Accuracy, _trainer.Optimizer.LearningRate, speed, elapsed, validated));
            Report(epoch, tally, speed, ended: true, validated);
            if (_validation is not null && validated is null)
            {
                return Result(epochs, cancelled: true);
            }
        }

        return Result(epochs, cancelled: false);
    }

    /// <summary>One pass over the training set; false where it was cancelled.</summary>
    private bool TrainEpoch(int epoch, long epochStarted, ref Tally tally)
    {
        Shuffle(epoch);
        for (int start = 0; start < _samplesPerEpoch; start += _batchSize)
        {
            if (_cancellation.IsCancellationRequested)
            {
                return false;
            }

            int count = int.Min(_batchSize, _samplesPerEpoch - start);
            Gather(_order.AsSpan(start, count), epoch);
            if (_trainer.Schedule is { } schedule)
            {
                _trainer.Optimizer.LearningRate = schedule.Rate(_steps, _totalSteps, _stepsPerEpoch);
            }

            StepResult result = _buffer.Train(_trainer.Model, _trainer.Optimizer);
            _steps++;
            if (!double.IsFinite(result.Loss))
            {
                throw new TrainingDivergedException(result.Loss, epoch, _steps, _trainer.Optimizer.LearningRate);
            }

            tally.Add(result, count);
            if (start + count < _samplesPerEpoch && Stopwatch.GetElapsedTime(_lastReport) >= ReportInterval)
            {
                Report(epoch, tally, tally.Samples / Stopwatch.GetElapsedTime(epochStarted).TotalSeconds, ended: false, null);
            }
        }

        return true;
    }

    /// <summary>Puts the samples in this epoch's order, which depends on the seed and the epoch alone.</summary>
    private void Shuffle(int epoch)
    {
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        // No sample has the number -1, so these numbers are apart from those of the transforms.
        RandomSource random = new(_trainer.Seed, epoch, -1);
        random.Shuffle(_order);
    }

    private void Gather(ReadOnlySpan<int> samples, int epoch)
    {
        InputTransform? transform = _trainer.Transform;
        _buffer.Clear();
        foreach (int sample in samples)
        {
            Span<float> input = _buffer.Add(sample);
            if (transform is not null)
            {
                RandomSource random = new(_trainer.Seed, epoch, sample);
                transform(input, ref random);
            }
        }
    }

    private void Report(int epoch, in Tally tally, double speed, bool ended, StepResult? validated)
    {
        _lastReport = Stopwatch.GetTimestamp();
        TimeSpan left = Stopwatch.GetElapsedTime(_started) * ((double)(_totalSteps - _steps) / _steps);
        _trainer.Progress?.Report(new TrainingProgress(
            epoch, _epochs, _steps, _totalSteps, tally.Loss, tally.Accuracy, _trainer.Optimizer.LearningRate, speed, left, ended, validated));
    }

    private TrainingResult Result(List<EpochResult> epochs, bool cancelled) => new(epochs, _steps, Stopwatch.GetElapsedTime(_started), cancelled);
}
