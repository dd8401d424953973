namespace NetGen;

/// <summary>
/// The processes that train one model together, each on its share of every batch: <c>MpiWorld</c> of the package <c>NetGen.Distributed</c>, or one's own. Given to <see cref="Trainer.World"/>, it changes nothing
/// else of a program.
/// </summary>
/// <remarks>
/// A rank is a process by its number. All ranks call the same methods with equal lengths in the same order; each call waits for the others, and every rank gets the same bits. Used by one thread at a time.
/// </remarks>
public abstract class World : IDisposable
{
    /// <summary>This process, from 0.</summary>
    public abstract int Rank { get; }

    /// <summary>How many processes there are, at least 1.</summary>
    public abstract int Size { get; }

    /// <summary>How many of the processes run on this machine and share its processors.</summary>
    public virtual int RanksOnThisMachine => 1;

    /// <summary>Whether this is the process that reports and writes files.</summary>
    public bool IsFirst => Rank == 0;

    /// <summary>What people know a process by, for messages: its machine and its number there.</summary>
    /// <param name="rank">The process.</param>
    /// <returns>A short text, such as <c>node3, process 4711</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public abstract string Describe(int rank);

    /// <summary>Begins to add values up over all ranks, in place, while the caller goes on; several sums may be under way.</summary>
    /// <param name="values">This rank's values, which stay where they are (pinned or native memory) and are not touched until <see cref="EndSums"/>.</param>
    public abstract void BeginSum(Span<float> values);

    /// <summary>Moves sums that are under way on, where they need the caller's thread for it; returns at once.</summary>
    public abstract void Progress();

    /// <summary>Waits until all sums that were begun are there.</summary>
    public abstract void EndSums();

    /// <summary>Adds values up over all ranks, in place.</summary>
    /// <param name="values">This rank's values; receives the sums.</param>
    public abstract void Sum(Span<double> values);

    /// <summary>Puts what each rank gives side by side.</summary>
    /// <param name="own">This rank's bytes, of each rank as many.</param>
    /// <param name="all">Receives those of all ranks in their order: <see cref="Size"/> times as many.</param>
    public abstract void Gather(ReadOnlySpan<byte> own, Span<byte> all);

    /// <summary>Gives what rank 0 has to all.</summary>
    /// <param name="values">Rank 0's bytes; the others receive them.</param>
    public abstract void Broadcast(Span<byte> values);

    /// <summary>Ends all processes at once, with a message that names this one, because this one cannot go on and the others would wait for it for ever.</summary>
    /// <param name="reason">What happened.</param>
    public abstract void Abort(string reason);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Leaves the world; all ranks do.</summary>
    /// <param name="disposing">Whether it was asked for.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
