namespace NetGen.Fuzz;

/// <summary>Something shared that one of the threads may dispose of.</summary>
internal class StressOwner
{
    private volatile bool _disposed;

    /// <summary>Whether a Dispose has begun, so that the others may be told.</summary>
    public bool Disposed => _disposed;

    public void Dispose(IDisposable what)
    {
        _disposed = true;
        what.Dispose();
    }
}

/// <summary>A model that many threads use.</summary>
internal sealed class SharedModel(Model model) : StressOwner
{
    public Model Model { get; } = model;

    public void Dispose() => Dispose(Model);
}

/// <summary>A predictor that many threads use, and what it has to say.</summary>
internal sealed class SharedPredictor(Predictor predictor) : StressOwner
{
    public Predictor Predictor { get; } = predictor;

    public void Dispose() => Dispose(Predictor);
}
