using System.ComponentModel;
using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Says which rank died, where one is killed or crashes: a shell beside each rank, which reads a pipe from it and speaks where that ends without a last word. The shell holds what <c>mpirun</c> knows a process by (its
/// output and its connection), so that <c>mpirun</c> ends the others only after it has spoken; <c>mpirun</c> itself names some process of those that it ended.
/// </summary>
internal sealed class RankWatch : IDisposable
{
    private const string Script = "read -r word; [ \"$word\" = left ] || printf '%s\\n' \"$1\" >&2";

    private readonly Process? _shell;
    private bool _isLeft;

    /// <summary>Starts to watch this process.</summary>
    /// <param name="message">What is said where it dies.</param>
    public RankWatch(string message)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            _shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", message]) { RedirectStandardInput = true });
        }
        catch (Win32Exception)
        {
            // Without a shell a death is told by mpirun alone.
        }
    }

    /// <summary>This process ends in order, or has said itself what happened.</summary>
    public void Leave()
    {
        if (_shell is null || _isLeft)
        {
            return;
        }

        _isLeft = true;
        try
        {
            _shell.StandardInput.WriteLine("left");
            _shell.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The shell was ended, as by Ctrl+C, which goes to all processes.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        _shell?.Dispose();
    }
}
