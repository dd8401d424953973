using System.Diagnostics;

namespace NetGen;

/// <summary>One call of <see cref="Trainer"/>'s <c>Fit</c>: its buffers, its order of samples, its clock.</summary>
internal sealed class TrainingRun : IDisposable
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(0.1);

    private readonly Trainer _trainer;
    private readonly CancellationToken _cancellation;
    private readonly Evaluation? _validation;
    private readonly BatchLoader _loader;
    private readonly TrainingCallback[] _callbacks;
    private readonly TrainingState _state;
    private readonly int _batchSize;

    /// <summary>Samples that an epoch trains with; null where a stream's end will tell.</summary>
    private readonly int? _samplesPerEpoch;
    private readonly int _stepsPerEpoch;
    private readonly GradientSum? _gradients;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _lastReport;
    private long _firstStep;
    private bool _isBetweenSteps = true;

    /// <summary>Makes all buffers.</summary>
    public TrainingRun(Trainer trainer, TrainingSource train, Dataset? validation, CancellationToken cancellation)
    {
        _trainer = trainer;
        _cancellation = cancellation;
        _callbacks = [.. trainer.Callbacks];
        _batchSize = int.Min(trainer.BatchSize, train.Count ?? int.MaxValue);
        _samplesPerEpoch = trainer.DropLast ? train.Count / _batchSize * _batchSize : train.Count;
        _stepsPerEpoch = _samplesPerEpoch is { } samples ? ((samples - 1) / _batchSize / trainer.AccumulateBatches) + 1 : 0;
        _state = new TrainingState(trainer) { TotalSteps = (long)_stepsPerEpoch * trainer.Epochs };
        _gradients = trainer.AccumulateBatches > 1 ? new GradientSum(trainer.Model.Parameters) : null;
        _settings = CheckpointFile.Settings(trainer, train);
        BatchRecipe recipe = BatchRecipe.Of(trainer, train);
        _validation = validation is null ? null : new Evaluation(trainer.Model, validation, _batchSize, trainer.LoaderThreads, [.. trainer.Metrics]);
        _loader = new BatchLoader(recipe, _batchSize, trainer.LoaderThreads, cancellation);
        _lastReport = _started;
    }

    /// <summary>Trains.</summary>
    public TrainingResult Run()
    {
        if (_trainer is { Resume: true, CheckpointPath: { } path } && File.Exists(path))
        {
            CheckpointFile.Read(path, _state, _settings);
        }

        foreach (TrainingCallback callback in _callbacks)
        {
            callback.OnTrainBegin(_state);
        }

        bool cancelled = !TrainEpochs();
        foreach (TrainingCallback callback in _callbacks)
        {
            callback.OnTrainEnd(_state);
        }

        return new TrainingResult([.. _state.History], _state.Step, Stopwatch.GetElapsedTime(_started), cancelled) { StopReason = _state.StopReason };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loader.Dispose();
        _validation?.Dispose();
    }

    /// <summary>All epochs that are left; false where it was cancelled.</summary>
    private bool TrainEpochs()
    {
        _firstStep = _state.Step;
        if (_state.StopReason is null && _state.History.Count < _state.Epoch && !TrainEpoch())
        {
            // The epoch that a checkpoint was in the middle of.
            return false;
        }

        while (_state.StopReason is null && _state.Epoch < _trainer.Epochs)
        {
            _state.Epoch++;
            _state.Batch = 0;
            _state.Tally = default;
            foreach (TrainingCallback callback in _callbacks)
            {
                callback.OnEpochBegin(_state);
            }

            if (!TrainEpoch())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One pass over the training set and the validation after it; false where it was cancelled.</summary>
    private bool TrainEpoch()
    {
        long started = Stopwatch.GetTimestamp();
        long samplesBefore = _state.Tally.Samples;
        if (_samplesPerEpoch is null || _state.Batch * (long)_batchSize < _samplesPerEpoch)
        {
            _loader.Begin(_state.Epoch, _samplesPerEpoch, _state.Batch);
        }

        bool ends = !HasBatch();
        while (!ends)
        {
            if (_cancellation.IsCancellationRequested || !TryStep())
            {
                if (_state.Step > _firstStep && _isBetweenSteps)
                {
                    SaveCheckpoint();
                }

                return false;
            }

            foreach (TrainingCallback callback in _callbacks)
            {
                callback.OnStepEnd(_state);
            }

            if (_trainer.CheckpointSteps > 0 && _state.Step % _trainer.CheckpointSteps == 0)
            {
                SaveCheckpoint();
            }

            ends = !HasBatch();
            if (!ends && _state.StopReason is not null)
            {
                return true;
            }

            if (!ends && Stopwatch.GetElapsedTime(_lastReport) >= ReportInterval)
            {
                Report(Speed(), ended: false, null, []);
            }
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        double speed = Speed();
        if (_state.Batch == 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"epoch {_state.Epoch}: expected {(_trainer.DropLast ? $"a whole batch of {_batchSize} samples or more with DropLast" : "one sample or more")}, actual fewer"));
        }

        StepResult? validated = Validate();
        if (_validation is not null && validated is null)
        {
            // Going on from here validates anew.
            SaveCheckpoint();
            return false;
        }

        Tally tally = _state.Tally;
        IReadOnlyList<MetricValue> metrics = _validation?.Values ?? [];
        _state.Add(new EpochResult(_state.Epoch, tally.Loss, tally.Accuracy, _trainer.Optimizer.LearningRate, speed, elapsed, validated) { Metrics = metrics });
        Report(speed, ended: true, validated, metrics);
        foreach (TrainingCallback callback in _callbacks)
        {
            callback.OnEpochEnd(_state);
        }

        SaveCheckpoint();
        return true;

        double Speed() => (_state.Tally.Samples - samplesBefore) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Evaluates on the validation set, with the averaged parameters where there are such; null where there is no set or it was cancelled.</summary>
    private StepResult? Validate()
    {
        if (_validation is null)
        {
            return null;
        }

        using IDisposable? average = _trainer.Average?.Apply(_trainer.Model.Parameters);
        return _validation.Run(_cancellation);
    }

    private void SaveCheckpoint()
    {
        if (_trainer.CheckpointPath is { } path)
        {
            CheckpointFile.Write(path, _state, _settings);
        }
    }

    /// <summary>Whether the epoch has a further batch. Of a stream without a known length the wait for the next sample tells; where that is cancelled, the next step finds out.</summary>
    private bool HasBatch()
    {
        if (_samplesPerEpoch is { } samples)
        {
            return _state.Batch * (long)_batchSize < samples;
        }

        try
        {
            return _loader.HasNext();
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return true;
        }
    }

    /// <summary>Takes a step; false where the wait for a stream's sample was cancelled. A step over several batches may have used some of them by then.</summary>
    private bool TryStep()
    {
        int before = _state.Batch;
        try
        {
            Step();
            return true;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            _isBetweenSteps = _state.Batch == before;
            return false;
        }
    }

    /// <summary>Takes a step with the next batch, or with as many as one accumulates.</summary>
    private void Step()
    {
        Optimizer optimizer = _trainer.Optimizer;
        if (_trainer.Schedule is { } schedule)
        {
            optimizer.LearningRate = schedule.Rate(_state.Step, _state.TotalSteps, _stepsPerEpoch);
        }

        StepResult result;
        if (_gradients is null)
        {
            BatchBuffer batch = Next();
            result = batch.Train(_trainer.Model, optimizer);
            Count(result, batch);
        }
        else
        {
            result = Accumulate(_gradients);
            _trainer.Model.ApplyGradients(optimizer);
        }

        _trainer.Average?.Update(_trainer.Model.Parameters);
        _state.Step++;
        _state.LastStep = result;
        if (!double.IsFinite(result.Loss))
        {
            throw new TrainingDivergedException(result.Loss, _state.Epoch, _state.Step, optimizer.LearningRate);
        }
    }

    /// <summary>The mean over the samples of several batches, as if they were one.</summary>
    private StepResult Accumulate(GradientSum gradients)
    {
        int left = _samplesPerEpoch!.Value - (_state.Batch * _batchSize);
        int samples = (int)long.Min(left, (long)_batchSize * _trainer.AccumulateBatches);
        Tally tally = default;
        gradients.Clear();
        for (int done = 0; done < samples;)
        {
            BatchBuffer batch = Next();
            StepResult result = batch.ComputeGradients(_trainer.Model);
            gradients.Add((float)batch.Count / samples);
            Count(result, batch);
            tally.Add(result, batch.Count, batch.LossWeight(_trainer.Model));
            done += batch.Count;
        }

        gradients.CopyBack();
        return tally.ToResult();
    }

    private BatchBuffer Next()
    {
        BatchBuffer batch = _loader.Next();
        _state.Batch++;
        return batch;
    }

    private void Count(StepResult result, BatchBuffer batch)
    {
        if (double.IsFinite(result.Loss))
        {
            _state.Tally.Add(result, batch.Count, batch.LossWeight(_trainer.Model));
        }
    }

    private void Report(double speed, bool ended, StepResult? validated, IReadOnlyList<MetricValue> metrics)
    {
        _lastReport = Stopwatch.GetTimestamp();
        TimeSpan left = _state.TotalSteps == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_started) * ((double)(_state.TotalSteps - _state.Step) / long.Max(1, _state.Step - _firstStep));
        _trainer.Progress?.Report(new TrainingProgress(
            _state.Epoch, _trainer.Epochs, _state.Step, _state.TotalSteps, _state.Tally.Loss, _state.Tally.Accuracy, _trainer.Optimizer.LearningRate, speed, left, ended, validated)
        {
            Metrics = metrics,
        });
    }
}
