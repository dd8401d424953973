using System.Runtime.InteropServices;

namespace NetGen.Bench.Measuring;

/// <summary>What processor figures are from.</summary>
internal static class Processor
{
    private const string LinuxFile = "/proc/cpuinfo";
    private const string LinuxLoad = "/proc/loadavg";

    /// <summary>Its name, with family and model where the system tells, since a virtual machine may hide the name.</summary>
    public static string Name => File.Exists(LinuxFile)
        ? FromLinux()
        : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? $"{RuntimeInformation.OSArchitecture}";

    /// <summary>What the last minute's other work was, as a part of a heading; empty where the system does not tell. Figures of a busy machine are worth nothing.</summary>
    public static string LoadNote() => File.Exists(LinuxLoad) ? $"; load before {File.ReadAllText(LinuxLoad).Split(' ')[0]}" : "";

    private static string FromLinux()
    {
        Dictionary<string, string> fields = File.ReadLines(LinuxFile)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return string.Join(", ", new[] { Field("model name", ""), Field("cpu family", "family "), Field("model", "model ") }.Where(text => text.Length > 0));

        string Field(string name, string before) => fields.TryGetValue(name, out string? value) ? before + value : "";
    }
}
