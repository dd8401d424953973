using System.Diagnostics;
using System.Text;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>A finished run of a program.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote, errors among it.</param>
internal sealed record Command(int ExitCode, string Output)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>Runs <c>dotnet</c>.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="arguments">With what.</param>
    /// <exception cref="TimeoutException">It was still running after ten minutes.</exception>
    public static Command Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs any program.</summary>
    public static Command Run(string program, string folder, params string[] arguments) => Run(Start(program, folder, arguments));

    /// <summary>Runs a program as it is described.</summary>
    public static Command Run(ProcessStartInfo start)
    {
        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(s_longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"still running: {start.FileName} {string.Join(' ', start.ArgumentList)}\n{output}");
        }

        process.WaitForExit(); // for the rest of its output
        return new Command(process.ExitCode, output.ToString());

        void Add(object sender, DataReceivedEventArgs e)
        {
            lock (output)
            {
                output.Append(e.Data).Append('\n');
            }
        }
    }

    /// <summary>How a program is started: in English, and without what the test run around it has set or would keep.</summary>
    public static ProcessStartInfo Start(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // MSBuild's own variables, of the build that runs these tests, would lead another one astray.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // a server that stays would hold our pipes
        start.Environment["UseSharedCompilation"] = "false";
        return start;
    }

    /// <summary>Holds that it ended well.</summary>
    public Command Succeeded()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    /// <summary>The distinct lines with an error or a warning, without what stands before the file's name and the project behind.</summary>
    public string[] Problems() =>
        [.. Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
            .Select(line => line.Split(" [")[0].Trim()).Distinct()];
}
