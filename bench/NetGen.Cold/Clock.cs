using System.Diagnostics;
using System.Globalization;

namespace NetGen.Cold;

/// <summary>Milliseconds since the process was started.</summary>
/// <remarks>The system keeps a process's start in hundredths of a second, so who starts it says when, in nanoseconds since 1970, by the variable COLD_START.</remarks>
internal static class Clock
{
    private static readonly double s_start = Start();

    /// <summary>The time now.</summary>
    public static double Now => Unix() - s_start;

    private static double Start() => Environment.GetEnvironmentVariable("COLD_START") is { Length: > 0 } text
        ? long.Parse(text, CultureInfo.InvariantCulture) / 1e6
        : (Process.GetCurrentProcess().StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalMilliseconds;

    private static double Unix() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
}
