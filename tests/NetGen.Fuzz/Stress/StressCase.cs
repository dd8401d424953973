namespace NetGen.Fuzz;

/// <summary>
/// Two to six threads, a training and three models between them: one in training, one whose weights stay, and one that anybody may do anything to.
/// The seed draws the calls; which of them meet is the machine's to say, so a case that failed may have to be run again more than once.
/// </summary>
internal sealed class StressCase
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly StressThread[] _threads;
    private readonly int _milliseconds;
    private SharedPredictor _predictor;
    private SharedModel _free;
    private volatile string _stage = "the calls";

    public StressCase(ulong seed, string folder)
    {
        RandomSource random = new(seed);
        TraineePath = Path.Combine(folder, "trainee.safetensors");
        FreePath = Path.Combine(folder, "free.safetensors");
        FixedData = new StressData(random.Next(2) == 0, ref random);
        Trainee = new StressTrainee(new StressData(random.Next(2) == 0, ref random), Failures, TraineePath, random.NextUInt64(), ref random);
        Trainee.Shared.Model.Save(TraineePath);
        FixedSeed = random.NextUInt64();
        Expected = new ulong[StressData.Count + 1];
        using (Model reference = FixedData.Make(FixedSeed, 1))
        {
            reference.Save(FreePath);
            for (int count = 1; count < Expected.Length; count++)
            {
                Expected[count] = FixedData.Predict(reference, count);
            }
        }

        Fixed = new SharedModel(FixedData.Make(FixedSeed, 1 + random.Next(3)));
        DisposesFixed = random.Next(3) == 0;
        _predictor = new SharedPredictor(Fixed.Model.CreatePredictor(1 + random.Next(3)));
        _free = new SharedModel(FixedData.Make(1, 1 + random.Next(3)));
        _milliseconds = 200 + random.Next(300);
        Crowds = random.Next(4) == 0;
        _threads = new StressThread[2 + random.Next(5)];
        for (int i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new StressThread(this, random.NextUInt64());
        }
    }

    public StressFailures Failures { get; } = new();

    public StressTrainee Trainee { get; }

    public string TraineePath { get; }

    public string FreePath { get; }

    public StressData FixedData { get; }

    public ulong FixedSeed { get; }

    /// <summary>The fixed weights' outputs by the number of samples.</summary>
    public ulong[] Expected { get; }

    public SharedModel Fixed { get; }

    public bool DisposesFixed { get; }

    /// <summary>Whether all threads ask for the model in training, as often as they can, and are refused.</summary>
    public bool Crowds { get; }

    public SharedPredictor Predictor
    {
        get => Volatile.Read(ref _predictor);
        set => Volatile.Write(ref _predictor, value);
    }

    public SharedModel Free
    {
        get => Volatile.Read(ref _free);
        set => Volatile.Write(ref _free, value);
    }

    /// <summary>Runs the case. Where it hangs, says what is pending and ends the process, since its threads cannot be ended.</summary>
    /// <param name="hung">Is told what is pending.</param>
    public void Run(Action<string> hung)
    {
        Thread whole = new(Whole) { IsBackground = true };
        whole.Start();
        if (!whole.Join(s_longest))
        {
            hung($"expected to end within {s_longest.TotalSeconds} s; {_stage} did not. Pending: {string.Join("; ", _threads.Select((t, i) => $"thread {i}: {t.Pending}"))}");
        }
    }

    private void Whole()
    {
        using CancellationTokenSource over = new();
        Thread[] threads = [new(() => Trainee.Train(over.Token)) { IsBackground = true }, .. _threads.Select(t => new Thread(() => t.Run(over.Token)) { IsBackground = true })];
        Array.ForEach(threads, t => t.Start());
        Thread.Sleep(_milliseconds);
        over.Cancel();
        Array.ForEach(threads, t => t.Join());
        _stage = "the reference";
        try
        {
            Trainee.Check();
        }
        catch (Exception e)
        {
            Failures.Add($"the reference threw {e}");
        }

        _stage = "Dispose";
        Trainee.Shared.Dispose();
        Fixed.Dispose();
        Predictor.Dispose();
        Free.Dispose();
    }
}
