using System.Diagnostics;

namespace Classify.Tests;

/// <summary>A run of the sample, in a process of its own.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote as errors.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    private const int MostMilliseconds = 300_000;

    public static ProgramRun Of(params string[] arguments) => Of(_ => { }, arguments);

    /// <param name="meanwhile">Is called with the process as it runs.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramRun Of(Action<Process> meanwhile, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Classify.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        meanwhile(process);
        if (!process.WaitForExit(MostMilliseconds))
        {
            process.Kill();
            throw new TimeoutException($"still running: {string.Join(' ', arguments)}");
        }

        return new ProgramRun(process.ExitCode, output.Result, errors.Result);
    }
}
