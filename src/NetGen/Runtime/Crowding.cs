namespace NetGen.Runtime;

/// <summary>
/// Whether threads should go through the same images. Where other programs take the processors, threads that wait for each other at every layer wait for these
/// programs, and one of them alone would be through sooner: it works alone then for a while, which is longer each time that it does not get better.
/// </summary>
internal sealed class Crowding
{
    /// <summary>The longest time, in predictions.</summary>
    private const int Most = 64;

    private int _last;
    private int _left;

    /// <summary>Whether the next prediction should be one of several threads.</summary>
    public bool LetsThemMeet() => _left-- <= 0;

    /// <summary>Tells how such a prediction went.</summary>
    /// <param name="threads">How many threads took part.</param>
    /// <param name="time">How long it took.</param>
    /// <param name="waited">How long threads waited for others, all together.</param>
    public void Saw(int threads, long time, long waited)
    {
        // What they did not wait is what one of them would have taken alone.
        long alone = (threads * time) - waited;
        _last = alone < time + (time / 8) ? Math.Min(Most, Math.Max(1, 2 * _last)) : 0;
        _left = _last;
    }
}
