using System.Diagnostics;
using NetGen.Golden;

namespace NetGen.Generators.Tests.Golden;

/// <summary>Runs the golden program in a process of its own, which is what a narrower instruction set needs.</summary>
internal static class GoldenProgram
{
    private static readonly string s_compiled = Directory.CreateTempSubdirectory("netgen-golden-").FullName;

    /// <summary>What one process compiles the others take over: for tests that run the same cases in this one to call first.</summary>
    public static void ShareCompiled() => Environment.SetEnvironmentVariable(CompiledSources.Variable, s_compiled);

    static GoldenProgram() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(s_compiled, recursive: true);

    /// <summary>Runs it and gives its exit code and the lines it wrote.</summary>
    public static (int ExitCode, string[] Lines) Run(params string[] arguments)
    {
        ShareCompiled();
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])["exec", typeof(GoldenRun).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
