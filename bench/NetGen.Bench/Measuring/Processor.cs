using System.Runtime.InteropServices;

namespace NetGen.Bench.Measuring;

/// <summary>What processor figures are from.</summary>
internal static class Processor
{
    private const string LinuxFile = "/proc/cpuinfo";

    /// <summary>Its name, with family and model where the system tells, since a virtual machine may hide the name.</summary>
    public static string Name => File.Exists(LinuxFile)
        ? FromLinux()
        : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? $"{RuntimeInformation.OSArchitecture}";

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
