namespace NetGen;

/// <summary>What this process takes of a step, and how the others' parts come together with it; belongs to one training.</summary>
internal sealed class SharedStep
{
    private readonly float[] _statistics;
    private readonly Parameter[] _running;
    private readonly double[] _one = new double[1];

    public SharedStep(World world, Model model, bool synchronizesNorms)
    {
        World = world;
        Gradients = new GradientExchange(world, model, Clock);
        Norms = synchronizesNorms && model.Layout.Statistics > 0 ? new NormExchange(world, Clock) : null;

        // Norms that see all images have the same running statistics everywhere.
        _running = synchronizesNorms ? [] : [.. model.RunningStatistics];
        _statistics = GC.AllocateArray<float>(_running.Sum(p => p.Length), pinned: true);
    }

    public World World { get; }

    public RankClock Clock { get; } = new();

    public GradientExchange Gradients { get; }

    /// <summary>Where batch norms see the images of all ranks; null where each sees its own.</summary>
    public NormExchange? Norms { get; }

    /// <summary>The place of this rank's first sample in the step.</summary>
    public int First { get; set; }

    /// <summary>Samples of the whole step.</summary>
    public int Count { get; set; }

    /// <summary>Whether the gradients of this pass go to the others: not before the last of those that one step accumulates.</summary>
    public bool Sends { get; set; } = true;

    /// <summary>A number's sum over all ranks.</summary>
    public double Sum(double own)
    {
        _one[0] = own;
        Sum(_one);
        return _one[0];
    }

    /// <summary>The sums of some numbers over all ranks.</summary>
    public void Sum(Span<double> values)
    {
        long began = RankClock.Now;
        World.Sum(values);
        Clock.Waited(began);
    }

    /// <summary>Gives all ranks the mean of their batch norms' running statistics, so that there is one model to evaluate and to save.</summary>
    public void AverageStatistics()
    {
        if (_statistics.Length == 0)
        {
            return;
        }

        int start = 0;
        foreach (Parameter parameter in _running)
        {
            parameter.Values.CopyTo(_statistics.AsSpan(start));
            start += parameter.Length;
        }

        long began = RankClock.Now;
        World.BeginSum(_statistics);
        World.EndSums();
        Clock.Waited(began);
        start = 0;
        foreach (Parameter parameter in _running)
        {
            Span<float> values = parameter.Edit();
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = _statistics[start + i] / World.Size;
            }

            start += parameter.Length;
        }
    }
}
