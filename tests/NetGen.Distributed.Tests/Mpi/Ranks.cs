using System.Diagnostics;
using NetGen.Tests;

namespace NetGen.Distributed.Tests.Mpi;

/// <summary>Starts <c>NetGen.Distributed.Ranks</c> by mpirun.</summary>
internal static class Ranks
{
    /// <summary>How long a job may take before it hangs for certain.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs a scenario on some ranks to its end.</summary>
    public static Job Run(int ranks, string scenario, string file, params (string Name, string? Value)[] environment)
    {
        string program = Program();
        string[] command = ranks == 0 ? ["dotnet", program, scenario, file] : ["mpirun", "-n", $"{ranks}", "dotnet", program, scenario, file];
        return Run(command, environment);
    }

    /// <summary>Runs a script of <c>tests</c>, which starts the ranks itself.</summary>
    public static Job Script(string name) => Run(["bash", Repository.PathOf($"tests/{name}")], [("NETGEN_RANKS", Program())]);

    private static string Program()
    {
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";
        return Repository.PathOf($"tests/NetGen.Distributed.Ranks/bin/{configuration}/net10.0/NetGen.Distributed.Ranks.dll");
    }

    private static Job Run(string[] command, (string Name, string? Value)[] environment)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', command)} did not end: {output.Result} {errors.Result}");
        }

        return new Job(process.ExitCode, output.Result, errors.Result);
    }
}

/// <summary>What a job came to.</summary>
internal sealed record Job(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of its output.</summary>
    public string[] Lines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
