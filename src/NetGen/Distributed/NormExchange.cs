using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Lets the batch norms of a step use the statistics of all ranks' images: PyTorch's <c>SyncBatchNorm</c>.</summary>
/// <remarks>Generated code merges the shards on the thread that takes the step. So this is found by the thread, as <see cref="CumulativeStatistics"/> is.</remarks>
internal sealed class NormExchange(World world, RankClock clock)
{
    [ThreadStatic]
    private static NormExchange? t_ofThread;

    private double[] _own = [];
    private double[] _all = [];

    /// <summary>The one in use on this thread; null while batch norms see this process's images alone.</summary>
    public static NormExchange? OfThread
    {
        get => t_ofThread;
        set => t_ofThread = value;
    }

    /// <summary>How many ranks there are.</summary>
    public int Ranks => world.Size;

    /// <summary>Room for this rank's numbers; grows to the largest layer and stays.</summary>
    public Span<double> Own(int length)
    {
        if (_own.Length < length)
        {
            _own = new double[length];
            _all = new double[length * world.Size];
        }

        return _own.AsSpan(0, length);
    }

    /// <summary>The numbers of all ranks, in their order, so that every rank merges them in the same.</summary>
    public ReadOnlySpan<double> Gather(int length)
    {
        Span<double> all = _all.AsSpan(0, length * world.Size);
        long began = RankClock.Now;
        world.Gather(MemoryMarshal.AsBytes<double>(_own.AsSpan(0, length)), MemoryMarshal.AsBytes(all));
        clock.Waited(began);
        return all;
    }
}
