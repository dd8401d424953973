using System.Diagnostics;

namespace NetGen;

/// <summary>How long a rank has waited for others, so that a straggler, which waits least, shows.</summary>
internal sealed class RankClock
{
    private long _waited;
    private long _started = Now;

    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>The share of the time since <see cref="Start"/> that was waiting, 0 to 1.</summary>
    public double Share => Now - _started is var all && all > 0 ? (double)_waited / all : 0;

    /// <summary>Counts a wait that ends now.</summary>
    public void Waited(long began) => _waited += Now - began;

    /// <summary>Starts anew.</summary>
    public void Start() => (_waited, _started) = (0, Now);
}
