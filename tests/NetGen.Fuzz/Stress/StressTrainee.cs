using System.Collections.Concurrent;

namespace NetGen.Fuzz;

/// <summary>
/// A model that one thread trains while others try everything on it. Whatever of it is seen from outside is noted, and compared afterwards with what
/// the same training gives on one thread, where nobody disturbs it.
/// </summary>
internal sealed class StressTrainee
{
    /// <summary>Samples of the predictions that are noted.</summary>
    public const int Predicted = 5;

    private readonly StressFailures _failures;
    private readonly ulong _seed;
    private readonly int _batch;
    private readonly bool _adam;
    private readonly bool _validates;
    private readonly bool _posts;
    private readonly int _disposeAt;
    private readonly string _path;
    private readonly ConcurrentDictionary<ulong, string> _versions = new();
    private readonly ConcurrentDictionary<ulong, string> _predictions = new();
    private long _steps;
    private long _final = -1;

    public StressTrainee(StressData data, StressFailures failures, string path, ulong seed, ref RandomSource random)
    {
        Data = data;
        _failures = failures;
        _path = path;
        _seed = seed;
        _batch = 2 + random.Next(12);
        _batch += StressData.Count % _batch == 1 ? 1 : 0;
        _adam = random.Next(2) == 0;
        _validates = random.Next(2) == 0;
        _posts = random.Next(3) == 0;
        _disposeAt = random.Next(4) == 0 ? 1 + random.Next(200) : int.MaxValue;
        MayBeDisposed = _disposeAt != int.MaxValue || random.Next(4) == 0;
        Shared = new SharedModel(data.Make(seed, 1 + random.Next(3)));
        Random = random.NextUInt64();
    }

    public StressData Data { get; }

    public SharedModel Shared { get; }

    /// <summary>Whether the case disposes of it while it is trained.</summary>
    public bool MayBeDisposed { get; }

    /// <summary>Steps begun.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    private ulong Random { get; }

    /// <summary>Notes weights that were seen: they must be those after some step.</summary>
    public void SawVersion(ulong version, string where) => _versions.TryAdd(version, where);

    /// <summary>Notes outputs that were seen: they must be those of the weights after some step.</summary>
    public void SawPrediction(ulong outputs, string where) => _predictions.TryAdd(outputs, where);

    /// <summary>Trains until it is told to end.</summary>
    public void Train(CancellationToken over)
    {
        RandomSource random = new(Random);
        while (!over.IsCancellationRequested && Steps == 0 && !Shared.Disposed)
        {
            _failures.Try("Fit", Shared, () =>
            {
                TrainingResult result = Fit(Shared.Model, Shared.Model.Threads, s => Interlocked.Exchange(ref _steps, s + 1), Progress(ref random), over);
                Interlocked.Exchange(ref _final, result.Steps);
            });
        }

        if (Steps > 0 && _final < 0 && !Shared.Disposed)
        {
            _failures.Add($"Fit was refused after {_steps} steps, while it had the model to itself");
        }
    }

    /// <summary>Trains a twin on one thread and looks up what was seen; after all threads are done.</summary>
    public void Check()
    {
        if (_final >= 0)
        {
            SawVersion(StressData.Version(Shared.Model), "the trained model");
        }

        using Model twin = Data.Make(_seed, 1);
        using CancellationTokenSource end = new();
        ulong last = 0;
        long most = Steps;
        void Look()
        {
            last = StressData.Version(twin);
            _versions.TryRemove(last, out _);
            if (!_predictions.IsEmpty)
            {
                _predictions.TryRemove(Data.Predict(twin, Predicted), out _);
            }
        }

        if (most > 0)
        {
            Fit(twin, 1, taken => { Look(); if (taken + 1 == most) { end.Cancel(); } }, null, end.Token);
        }

        Look();
        if (_final >= 0)
        {
            _failures.Expect(last, StressData.Version(Shared.Model), $"the weights after {_final} steps ({_steps} begun)");
        }

        foreach ((ulong _, string where) in _versions)
        {
            _failures.Add($"{where} has weights that are those after none of {most} steps");
        }

        foreach ((ulong _, string where) in _predictions)
        {
            _failures.Add($"{where} gave outputs of weights that are those after none of {most} steps");
        }
    }

    private TrainingResult Fit(Model model, int threads, Action<long> before, IProgress<TrainingProgress>? progress, CancellationToken over)
    {
        Optimizer optimizer = _adam ? new Adam(0.01f) : new Sgd(0.02f) { Momentum = 0.9 };
        Trainer trainer = new(model, optimizer) { BatchSize = _batch, Epochs = 1_000_000, Seed = _seed, Progress = progress, Schedule = new StepHook(0.01f, before) };
        return trainer.Fit(Data.Set, _validates && threads > 0 ? Data.Set : null, over);
    }

    private IProgress<TrainingProgress> Progress(ref RandomSource random)
    {
        ulong seed = random.NextUInt64();
        if (_posts)
        {
            // On other threads, several at once.
            return new Progress<TrainingProgress>(p => Act(p, new RandomSource(seed, p.Epoch, 0), inline: false));
        }

        return new Inline(p => Act(p, new RandomSource(seed, p.Epoch, 0), inline: true));
    }

    private void Act(TrainingProgress progress, RandomSource random, bool inline)
    {
        if (progress.Epoch == _disposeAt)
        {
            _failures.Try("Dispose in a progress", Shared, Shared.Dispose);
            return;
        }

        bool done = true;
        switch (random.Next(inline ? 12 : 400))
        {
            case 0:
                done = _failures.Try("Predict in a progress", Shared, () => SawPrediction(Data.Predict(Shared.Model, Predicted), "Predict in a progress"));
                break;
            case 1:
                done = _failures.Try("Save in a progress", Shared, () => Shared.Model.Save(_path));
                break;
            case 2:
                done = _failures.Try("CreatePredictor in a progress", Shared, () =>
                {
                    using Predictor predictor = Shared.Model.CreatePredictor();
                    SawPrediction(Data.Predict(predictor, Predicted), "CreatePredictor in a progress");
                });
                break;
            case 3:
                done = _failures.Try("Evaluate in a progress", Shared, () => Trainer.Evaluate(Shared.Model, Data.Set));
                break;
        }

        if (inline && !done && !Shared.Disposed)
        {
            _failures.Add("a progress on the training thread was refused the model");
        }
    }

    private sealed class Inline(Action<TrainingProgress> act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => act(value);
    }
}
