using System.Diagnostics;

namespace NetGen.Runtime;

/// <summary>
/// A pool's threads as they go through the same images, and share the large calls: where there are fewer images than threads, or few beside the network's weights. What runs says by
/// its item which part it is, and waits at <see cref="Barrier"/>.
/// </summary>
/// <param name="pool">The threads.</param>
/// <param name="calls">Calls that threads share; 0 where there are none.</param>
/// <param name="images">Images for each thread up to which they do so.</param>
internal sealed class Team(WorkerPool pool, int calls, int images)
{
    private readonly Crowding _crowding = new();

    /// <summary>Where the threads wait for each other.</summary>
    public TeamBarrier Barrier { get; } = new();

    /// <summary>Whether all threads should go through so many images together, and how many threads those are; otherwise 1.</summary>
    public int ThreadsFor(int count)
    {
        int together = pool.Together;
        return together > 1 && calls > 0 && (count < together || count <= images * together) && _crowding.LetsThemMeet() ? together : 1;
    }

    /// <summary>Runs a part on each thread.</summary>
    /// <param name="work">What runs: an item is a part. Where one throws, it breaks the barrier first.</param>
    /// <param name="threads">What <see cref="ThreadsFor"/> gave.</param>
    public void Run(IWork work, int threads)
    {
        Barrier.Start(threads);
        long since = Stopwatch.GetTimestamp();
        pool.Run(work, threads);
        _crowding.Saw(threads, Stopwatch.GetTimestamp() - since, Barrier.Waited);
    }
}
