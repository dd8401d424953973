using System.Diagnostics;

namespace NetGen;

/// <summary>One call of <see cref="Trainer"/>'s <c>Fit</c>: its buffers, its order of samples, its clock.</summary>
internal sealed class TrainingRun : IDisposable
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(0.1);

    private readonly Trainer _trainer;
    private readonly CancellationToken _cancellation;
    private readonly IEvaluation? _validation;
    private readonly SharedTraining? _shared;
    private readonly BatchLoader _loader;
    private readonly TrainingCallback[] _callbacks;
    private readonly TrainingState _state;
    private readonly int _batchSize;

    /// <summary>Samples that an epoch trains with; null where a stream's end will tell.</summary>
    private readonly int? _samplesPerEpoch;
    private readonly int _stepsPerEpoch;
    private readonly GradientSum? _gradients;
    private readonly LossTally _accumulated;
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
        _callbacks = [.. trainer.Callbacks.Where(c => trainer.World is not { Rank: > 0 } || !c.RunsOnFirstRankOnly)];
        _batchSize = int.Min(trainer.StepSize, train.Count ?? int.MaxValue);
        _samplesPerEpoch = trainer.DropLast ? train.Count / _batchSize * _batchSize : train.Count;
        _stepsPerEpoch = _samplesPerEpoch is { } samples ? ((samples - 1) / _batchSize / trainer.AccumulateBatches) + 1 : 0;
        _state = new TrainingState(trainer) { TotalSteps = (long)_stepsPerEpoch * trainer.Epochs };
        _shared = trainer.World is { Size: > 1 } world ? new SharedTraining(trainer, world) : null;
        _gradients = trainer.AccumulateBatches > 1 ? new GradientSum(trainer.Model.Parameters) : null;
        _accumulated = new LossTally(trainer.Model);
        _settings = CheckpointFile.Settings(trainer, train);
        BatchRecipe recipe = BatchRecipe.Of(trainer, train);
        _validation = validation is null ? null
            : _shared is { } shared ? new SharedEvaluation(shared.World, shared.Step.Clock, trainer.Model, validation, _batchSize, trainer.LoaderThreads, [.. trainer.Metrics])
            : new Evaluation(trainer.Model, validation, _batchSize, trainer.LoaderThreads, [.. trainer.Metrics]);
        _loader = new BatchLoader(recipe, _batchSize, trainer.LoaderThreads, cancellation);
        _lastReport = _started;
    }

    /// <summary>Trains.</summary>
    public TrainingResult Run()
    {
        Resume();
        _shared?.BroadcastWeights();

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

    private void Resume()
    {
        if (_trainer is not { Resume: true, CheckpointPath: { } path })
        {
            return;
        }

        if (_shared is null)
        {
            if (File.Exists(path))
            {
                CheckpointFile.Read(path, _state, _settings);
            }
        }
        else if (_shared.World.BroadcastFile(path) is { } bytes)
        {
            // Machines need no folder in common: the first rank's file is everybody's.
            CheckpointFile.Read(bytes, path, _state, _settings);
        }
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
            _state.Elapsed = TimeSpan.Zero;
            _state.Tally.Clear();
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
        TimeSpan before = _state.Elapsed;
        _shared?.Step.Clock.Start();
        if (_samplesPerEpoch is null || _state.Batch * (long)_batchSize < _samplesPerEpoch)
        {
            _loader.Begin(_state.Epoch, _samplesPerEpoch, _state.Batch);
        }

        bool ends = !HasBatch();
        while (!ends)
        {
            if (IsCancelled || !TryStep())
            {
                if (_state.Step > _firstStep && _isBetweenSteps)
                {
                    SaveCheckpoint(Elapsed());
                }

                return false;
            }

            foreach (TrainingCallback callback in _callbacks)
            {
                callback.OnStepEnd(_state);
            }

            if (_trainer.CheckpointSteps > 0 && _state.Step % _trainer.CheckpointSteps == 0)
            {
                SaveCheckpoint(Elapsed());
            }

            ends = !HasBatch();
            if (!ends && Stops())
            {
                return true;
            }

            if (!ends && Stopwatch.GetElapsedTime(_lastReport) >= ReportInterval)
            {
                Report(Speed(), ended: false, null, [], _trainer.Progress is null ? [] : _state.Tally.Outputs([]));
            }
        }

        TimeSpan elapsed = Elapsed();

        // Of an epoch that was gone on with, the whole; a checkpoint of before it was written down has no time of its first part.
        double speed = before > TimeSpan.Zero ? _state.Tally.Samples / elapsed.TotalSeconds : Speed();
        if (_state.Batch == 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"epoch {_state.Epoch}: expected {(_trainer.DropLast ? $"a whole batch of {_batchSize} samples or more with DropLast" : "one sample or more")}, actual fewer"));
        }

        IReadOnlyList<RankWaiting> ranks = _shared?.TakeTimes() ?? [];
        StepResult? validated = Validate();
        if (_validation is not null && validated is null)
        {
            // Going on from here validates anew.
            SaveCheckpoint(elapsed);
            return false;
        }

        LossTally tally = _state.Tally;
        IReadOnlyList<MetricValue> metrics = _validation?.Values ?? [];
        IReadOnlyList<OutputResult> outputs = tally.Outputs(_validation?.Outputs ?? []);
        _state.Add(new EpochResult(_state.Epoch, tally.Loss, tally.Accuracy, _trainer.Optimizer.LearningRate, speed, elapsed, validated) { Metrics = metrics, Outputs = outputs, Ranks = ranks });
        Report(speed, ended: true, validated, metrics, outputs);
        foreach (TrainingCallback callback in _callbacks)
        {
            callback.OnEpochEnd(_state);
        }

        if (_shared is not null)
        {
            _shared.CheckWeights();
            _shared.AgreeOnStop(_cancellation.IsCancellationRequested, _state.StopReason is not null);
            Stops();
        }

        SaveCheckpoint(elapsed);
        return true;

        TimeSpan Elapsed() => before + Stopwatch.GetElapsedTime(started);

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

    /// <summary>Whether somebody asked for the end; of several processes, one that all know of.</summary>
    private bool IsCancelled => _shared?.IsCancelled ?? _cancellation.IsCancellationRequested;

    /// <summary>Whether a callback wants the training to end; of several processes, on one of them, as all know since the last step.</summary>
    private bool Stops()
    {
        if (_shared is null)
        {
            return _state.StopReason is not null;
        }

        if (_shared.Stops)
        {
            _state.Stop("a callback of another rank ended the training");
        }

        return _shared.Stops;
    }

    /// <summary>Writes the checkpoint, if one is wanted.</summary>
    /// <param name="elapsed">The time that the epoch has trained for.</param>
    private void SaveCheckpoint(TimeSpan elapsed)
    {
        _state.Elapsed = elapsed;
        if (_trainer.CheckpointPath is { } path && _trainer.World is not { Rank: > 0 })
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
        float? rate = _trainer.Schedule?.Rate(_state.Step, _state.TotalSteps, _stepsPerEpoch);
        optimizer.LearningRate = rate ?? optimizer.LearningRate;
        _shared?.SetRate(rate, _state.Step, _stepsPerEpoch);
        StepResult result;
        if (_shared is not null)
        {
            result = StepTogether(_shared);
            _trainer.Model.ApplyGradients(optimizer);
            _shared.Step.AverageStatistics();
        }
        else if (_gradients is null)
        {
            BatchBuffer batch = Next();
            result = batch.Train(_trainer.Model, optimizer);
            Count(batch, result);
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
            throw new TrainingDivergedException(result.Loss, _state.Epoch, _state.Step, optimizer.LearningRate, _shared?.WhoDiverged());
        }
    }

    /// <summary>The gradients of a step over the samples of all processes, of one batch or of as many as one accumulates.</summary>
    private StepResult StepTogether(SharedTraining shared)
    {
        bool stops = _state.StopReason is not null;
        if (_gradients is null)
        {
            BatchBuffer batch = Next();
            (StepResult result, double weight) = shared.ComputeGradients(batch, sends: true, _cancellation.IsCancellationRequested, stops);
            Count(result, batch.StepCount, weight);
            return result;
        }

        int samples = SamplesToAccumulate();
        Tally tally = default;
        _gradients.Clear();
        for (int done = 0; done < samples;)
        {
            BatchBuffer batch = Next();
            (StepResult result, double weight) = shared.ComputeGradients(batch, sends: false, _cancellation.IsCancellationRequested, stops);
            _gradients.Add((float)batch.StepCount / samples);
            Count(result, batch.StepCount, weight);
            tally.Add(result, batch.StepCount, weight);
            done += batch.StepCount;
        }

        _gradients.CopyBack();
        shared.SumGradients();
        return tally.ToResult();
    }

    /// <summary>How many samples the step takes that accumulates batches.</summary>
    private int SamplesToAccumulate()
    {
        int left = _samplesPerEpoch!.Value - (_state.Batch * _batchSize);
        return (int)long.Min(left, (long)_batchSize * _trainer.AccumulateBatches);
    }

    /// <summary>The mean over the samples of several batches, as if they were one.</summary>
    private StepResult Accumulate(GradientSum gradients)
    {
        int samples = SamplesToAccumulate();
        _accumulated.Clear();
        gradients.Clear();
        for (int done = 0; done < samples;)
        {
            BatchBuffer batch = Next();
            StepResult result = batch.ComputeGradients(_trainer.Model);
            gradients.Add((float)batch.Count / samples);
            Count(batch, result);
            _accumulated.Add(batch, result);
            done += batch.Count;
        }

        gradients.CopyBack();
        return _accumulated.ToResult();
    }

    private BatchBuffer Next()
    {
        BatchBuffer batch = _loader.Next();
        _state.Batch++;
        return batch;
    }

    private void Count(BatchBuffer batch, StepResult result)
    {
        if (double.IsFinite(result.Loss))
        {
            _state.Tally.Add(batch, result);
        }
    }

    private void Count(StepResult result, int samples, double weight)
    {
        if (double.IsFinite(result.Loss))
        {
            _state.Tally.Add(result, samples, weight);
        }
    }

    private void Report(double speed, bool ended, StepResult? validated, IReadOnlyList<MetricValue> metrics, IReadOnlyList<OutputResult> outputs)
    {
        _lastReport = Stopwatch.GetTimestamp();
        TimeSpan left = _state.TotalSteps == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_started) * ((double)(_state.TotalSteps - _state.Step) / long.Max(1, _state.Step - _firstStep));
        if (_trainer.World is { Rank: > 0 })
        {
            return;
        }

        _trainer.Progress?.Report(new TrainingProgress(
            _state.Epoch, _trainer.Epochs, _state.Step, _state.TotalSteps, _state.Tally.Loss, _state.Tally.Accuracy, _trainer.Optimizer.LearningRate, speed, left, ended, validated)
        {
            Metrics = metrics,
            Outputs = outputs,
            Ranks = ended && _state.History.Count > 0 ? _state.History[^1].Ranks : [],
        });
    }
}
