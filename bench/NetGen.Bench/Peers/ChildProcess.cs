using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Bench.Peers;

/// <summary>Runs programs; who cancels ends them.</summary>
internal sealed class ChildProcess(CancellationToken cancel)
{
    /// <summary>Runs a program to its end and returns the lines that it printed.</summary>
    /// <exception cref="PeerException">It is not there, or it failed.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public string[] Run(string program, IEnumerable<string> arguments, string folder)
    {
        using Process process = Start(program, arguments, folder);
        using CancellationTokenRegistration ending = cancel.Register(() => End(process));

        // Both pipes are read at once, or a full one would block the child.
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        string output = process.StandardOutput.ReadToEnd();
        Await(process, errors, output);
        return output.Split('\n');
    }

    /// <summary>Runs a program to its end and returns the milliseconds from its start to its first line.</summary>
    /// <exception cref="PeerException">It is not there, it failed, or it printed nothing.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public double MillisecondsToFirstLine(string program, IEnumerable<string> arguments, string folder)
    {
        long began = Stopwatch.GetTimestamp();
        using Process process = Start(program, arguments, folder);
        using CancellationTokenRegistration ending = cancel.Register(() => End(process));
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        string? line = process.StandardOutput.ReadLine();
        double milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        string rest = process.StandardOutput.ReadToEnd();
        Await(process, errors, rest);
        return line is null ? throw new PeerException($"{program} printed nothing") : milliseconds;
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A setting of the shell would override what is asked for here: a peer takes its number of threads from its arguments.
        start.Environment.Remove("OMP_NUM_THREADS");
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerException($"\"{program}\" is not installed or not on the path");
        }
    }

    private void Await(Process process, Task<string> errors, string output)
    {
        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            // Builds report on standard output.
            string text = errors.Result.Trim() is { Length: > 0 } told ? told : output.Trim();
            throw new PeerException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}: {text.Split('\n')[^1]}");
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
