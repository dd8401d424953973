using System.Runtime.InteropServices;

namespace Samples;

/// <summary>Turns Ctrl+C and a polite kill into a cancellation; the second one ends the program at once.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>The exit code of a program that Ctrl+C ended: 128 and the signal's number.</summary>
    public const int ExitCode = 130;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private int _count;

    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) > 1)
        {
            // Not by the system's own way, which would leave a file that is being written beside its target.
            Environment.Exit(ExitCode);
        }

        Console.Error.WriteLine("stopping, what there is is kept; once more ends at once");
        _source.Cancel();
    }
}
