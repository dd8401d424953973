using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Bench.Peers;

/// <summary>Runs a program to its end and returns what it printed.</summary>
internal static class ChildProcess
{
    public static string[] Run(string program, IEnumerable<string> arguments, string folder)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A setting of the shell would override what is asked for here: a peer takes its number of threads from its arguments.
        start.Environment.Remove("OMP_NUM_THREADS");
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerException($"\"{program}\" is not installed or not on the path");
        }

        using (process)
        {
            // Both pipes are read at once, or a full one would block the child.
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output.Split('\n')
                : throw new PeerException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {LastLine(errors.Result)}");
        }
    }

    private static string LastLine(string text) => text.Trim().Split('\n')[^1];
}
