namespace NetGen.Fuzz;

/// <summary>A thread that makes random calls until the case is over.</summary>
internal sealed class StressThread(StressCase at, ulong seed)
{
    /// <summary>Kinds of calls below this are quick.</summary>
    private const int Rare = 3;

    private RandomSource _random = new(seed);
    private Predictor? _own;
    private volatile string _pending = "nothing yet";

    /// <summary>The call it is in, for the watchdog.</summary>
    public string Pending => _pending;

    public void Run(CancellationToken over)
    {
        try
        {
            while (!over.IsCancellationRequested)
            {
                // Now and then the same call many times: what takes nanoseconds meets others only then.
                int kind = Kind();
                RandomSource again = _random;
                for (int i = at.Crowds ? 1000 : _random.Next(3) == 0 ? 1 + _random.Next(300) : 1; i > 0 && !over.IsCancellationRequested; i--)
                {
                    if (kind < Rare)
                    {
                        _random = again;
                    }

                    Call(kind);
                    if (kind >= Rare)
                    {
                        break;
                    }
                }

                if (_random.Next(4) == 0)
                {
                    Thread.SpinWait(_random.Next(20_000));
                }
            }

            _own?.Dispose();
        }
        catch (Exception e)
        {
            at.Failures.Add($"{_pending} threw {e}");
        }

        _pending = "none";
    }

    private int Kind() => at.Crowds ? 0 : _random.Next(50) switch { 0 => Rare, 1 => Rare + 1, int n => n % Rare };

    private void Call(int kind)
    {
        switch (kind)
        {
            case 0:
                Trainee();
                break;
            case 1:
                Fixed();
                break;
            case 2:
                Free();
                break;
            case Rare:
                Forgotten();
                break;
            default:
                Collect();
                break;
        }
    }

    /// <summary>Calls on the model that another thread trains: whatever would change it is refused.</summary>
    private void Trainee()
    {
        StressTrainee trainee = at.Trainee;
        Model model = trainee.Shared.Model;
        switch (_random.Next(at.Crowds ? 120 : at.Trainee.MayBeDisposed ? 400 : 399))
        {
            case < 60:
                Try("Predict in training", trainee.Shared, () => trainee.SawPrediction(trainee.Data.Predict(model, StressTrainee.Predicted), "Predict beside a training"));
                break;
            case < 120:
                // Of a length that fits nothing, so that it may come too early or too late and change nothing.
                Try("TrainStep in training", trainee.Shared, () =>
                {
                    try
                    {
                        model.TrainStep([1], [0], new Sgd(0.1f));
                    }
                    catch (ArgumentException e) when (e.Message.StartsWith("expected a whole number of images", StringComparison.Ordinal))
                    {
                        return;
                    }

                    throw new InvalidDataException("a step over no image was taken");
                });
                break;
            case < 180:
                int threads = 1 + _random.Next(2);
                Try("CreatePredictor in training", trainee.Shared, () =>
                {
                    using Predictor predictor = model.CreatePredictor(threads);
                    ulong outputs = trainee.Data.Predict(predictor, StressTrainee.Predicted);
                    trainee.SawPrediction(outputs, "a predictor made beside a training");
                    at.Failures.Expect(outputs, trainee.Data.Predict(predictor, StressTrainee.Predicted), "a predictor's second prediction");
                });
                break;
            case < 220:
                Try("Save in training", trainee.Shared, () => model.Save(at.TraineePath));
                break;
            case < 260:
                ReadSaved();
                break;
            case < 320:
                Try("Evaluate in training", trainee.Shared, () => Trainer.Evaluate(model, trainee.Data.Set, 16));
                break;
            case < 399:
                // To look, without a word: says that it may have changed.
                _pending = "Values";
                float sum = 0;
                foreach (Parameter parameter in model.Parameters)
                {
                    sum += parameter.Edit()[0];
                }

                GC.KeepAlive(sum);
                break;
            default:
                Try("Dispose in training", trainee.Shared, trainee.Shared.Dispose);
                break;
        }
    }

    /// <summary>A file that is saved to all the time holds the weights after some step.</summary>
    private void ReadSaved()
    {
        _pending = "Load of what is saved";
        using Model copy = at.Trainee.Data.Make(1, 1);
        copy.Load(at.TraineePath);
        at.Trainee.SawVersion(StressData.Version(copy), "a saved file");
    }

    /// <summary>Calls on a model whose weights never change: whatever it answers has the same bits.</summary>
    private void Fixed()
    {
        int count = 1 + _random.Next(StressData.Count);
        ulong expected = at.Expected[count];
        switch (_random.Next(200))
        {
            case < 40:
                Try("Predict", at.Fixed, () => at.Failures.Expect(expected, at.FixedData.Predict(at.Fixed.Model, count), "Predict of fixed weights"));
                break;
            case < 100:
                Try("Predictor.Predict", at.Predictor, () => at.Failures.Expect(expected, at.FixedData.Predict(at.Predictor.Predictor, count), "a shared predictor"));
                break;
            case < 160:
                if (_own is null || _random.Next(10) == 0)
                {
                    int threads = 1 + _random.Next(3);
                    Predictor? old = _random.Next(3) == 0 ? null : _own;
                    Try("CreatePredictor", at.Fixed, () => _own = at.Fixed.Model.CreatePredictor(threads));
                    if (!ReferenceEquals(old, _own))
                    {
                        old?.Dispose();
                    }
                }

                _pending = "Predict of its own predictor";
                if (_own is { } own)
                {
                    at.Failures.Expect(expected, at.FixedData.Predict(own, count), "a thread's own predictor");
                }

                break;
            case < 180:
                Try("Values", at.Fixed, () => _ = at.Fixed.Model.Parameters[_random.Next(2)].Edit());
                break;
            case < 196:
                Try("Evaluate", at.Fixed, () => Trainer.Evaluate(at.Fixed.Model, at.FixedData.Set, count));
                break;
            case < 199:
                SharedPredictor now = at.Predictor;
                Predictor? made = null;
                if (Try("CreatePredictor", at.Fixed, () => made = at.Fixed.Model.CreatePredictor(2)))
                {
                    at.Predictor = new SharedPredictor(made!);
                    Try("Predictor.Dispose", now, now.Dispose);
                }

                break;
            default:
                if (at.DisposesFixed)
                {
                    Try("Dispose", at.Fixed, at.Fixed.Dispose);
                }

                break;
        }
    }

    /// <summary>Any calls in any order.</summary>
    private void Free()
    {
        SharedModel free = at.Free;
        Model model = free.Model;
        StressData data = at.FixedData;
        int count = 2 + _random.Next(StressData.Count - 1);
        switch (_random.Next(200))
        {
            case < 50:
                Try("Predict of the free model", free, () => data.Predict(model, count));
                break;
            case < 110:
                Try("TrainStep", free, () => model.TrainStep(data.Inputs.AsSpan(0, count * data.InputSize), data.Labels.AsSpan(0, count), new Sgd(0.01f)));
                break;
            case < 130:
                Fit(free);
                break;
            case < 150:
                Try("CreatePredictor of the free model", free, () =>
                {
                    using Predictor predictor = model.CreatePredictor();
                    at.Failures.Expect(data.Predict(predictor, count), data.Predict(predictor, count), "a predictor of the free model, twice");
                });
                break;
            case < 160:
                Try("Save of the free model", free, () => model.Save(at.FreePath));
                break;
            case < 175:
                Try("Load of the free model", free, () => model.Load(at.FreePath));
                break;
            case < 185:
                int threads = 1 + _random.Next(3);
                Try("Threads", free, () => model.Threads = threads);
                break;
            case < 192:
                Try("ComputeGradients", free, () => model.ComputeGradients(data.Inputs.AsSpan(0, count * data.InputSize), data.Labels.AsSpan(0, count)));
                break;
            case < 196:
                // Left to the finalizer, maybe in the middle of another thread's call.
                at.Free = new SharedModel(data.Make(2, 1 + _random.Next(3)));
                break;
            default:
                Try("Dispose of the free model", free, free.Dispose);
                at.Free = new SharedModel(data.Make(3, 1 + _random.Next(3)));
                break;
        }
    }

    /// <summary>A training that is cancelled after a moment. Once it has begun nobody but Dispose ends it.</summary>
    private void Fit(SharedModel free)
    {
        long begun = 0;
        long most = 1 + _random.Next(30);
        using CancellationTokenSource cancel = new();
        StepHook hook = new(0.01f, step =>
        {
            begun = step + 1;
            if (begun == most)
            {
                cancel.Cancel();
            }
        });
        Trainer trainer = new(free.Model, new Sgd(0.01f)) { BatchSize = 7, Epochs = 1000, Schedule = hook };
        bool done = Try("Fit of the free model", free, () =>
        {
            TrainingResult result = trainer.Fit(at.FixedData.Set, _random.Next(2) == 0 ? null : at.FixedData.Set, cancel.Token);
            if (!result.Cancelled || result.Steps != most)
            {
                at.Failures.Add($"Fit: expected to be cancelled after {most} steps, actual {result.Steps}, cancelled: {result.Cancelled}");
            }
        });
        if (!done && begun > 0 && !free.Disposed)
        {
            at.Failures.Add($"Fit of the free model was refused after {begun} steps, while it had the model to itself");
        }
    }

    /// <summary>A model and a predictor that nobody disposes of.</summary>
    private void Forgotten()
    {
        _pending = "a forgotten model";
        Model model = at.FixedData.Make(at.FixedSeed, 1 + _random.Next(3));
        int count = 1 + _random.Next(StressData.Count);
        at.Failures.Expect(at.Expected[count], at.FixedData.Predict(model, count), "a model soon forgotten");
        if (_random.Next(2) == 0)
        {
            at.Failures.Expect(at.Expected[count], at.FixedData.Predict(model.CreatePredictor(2), count), "a predictor soon forgotten");
        }

        if (_random.Next(2) == 0)
        {
            _ = new LastWord(at, model, count);
        }
    }

    private void Collect()
    {
        _pending = "GC.Collect";
        GC.Collect(_random.Next(3));
        if (_random.Next(8) == 0)
        {
            _pending = "GC.WaitForPendingFinalizers";
            GC.WaitForPendingFinalizers();
        }
    }

    private bool Try(string call, StressOwner on, Action action)
    {
        _pending = call;
        return at.Failures.Try(call, on, action);
    }

    /// <summary>Predicts when it is collected, together with its model.</summary>
    private sealed class LastWord(StressCase at, Model model, int count)
    {
        private readonly StressOwner _owner = new();

        ~LastWord() => at.Failures.Try("Predict in a finalizer", _owner, () => at.Failures.Expect(at.Expected[count], at.FixedData.Predict(model, count), "a prediction in a finalizer"));
    }
}
