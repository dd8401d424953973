namespace NetGen.Runtime;

/// <summary>
/// Makes running statistics the plain mean over batches, as a batch norm of PyTorch with <c>momentum=None</c> does: of the n-th batch a share of 1 / n is taken. A layer whose
/// parameters stand in several places is counted at each of them, as it is there.
/// </summary>
/// <remarks>Generated code merges the shards on the thread that takes the step, and has its momentum as a number. So this is found by the thread.</remarks>
internal sealed unsafe class CumulativeStatistics : IDisposable
{
    [ThreadStatic]
    private static CumulativeStatistics? t_ofThread;

    private readonly CumulativeStatistics? _outer;
    private readonly Dictionary<nint, long> _batches = [];

    /// <summary>From now on the statistics of passes on this thread are means.</summary>
    public CumulativeStatistics()
    {
        _outer = t_ofThread;
        t_ofThread = this;
    }

    /// <summary>The one in use on this thread; null while running statistics move by their momentum.</summary>
    public static CumulativeStatistics? OfThread => t_ofThread;

    /// <summary>What the next batch of a layer counts for.</summary>
    /// <param name="runningMean">The layer, by where its running mean is.</param>
    public double Share(float* runningMean)
    {
        long batches = _batches.GetValueOrDefault((nint)runningMean) + 1;
        _batches[(nint)runningMean] = batches;
        return 1.0 / batches;
    }

    /// <inheritdoc/>
    public void Dispose() => t_ofThread = _outer;
}
