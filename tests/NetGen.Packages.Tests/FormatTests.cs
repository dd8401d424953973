using System.Text.Json;
using NetGen.Tests;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>
/// The sources' whitespace is what <c>dotnet format</c> makes of it by <c>.editorconfig</c>, but for one thing: it would put every attribute on a line of its own, and a model's layers
/// stand beside each other where they belong together (<c>[Conv(16, 3)] [ReLU]</c>).
/// </summary>
public sealed class FormatTests
{
    // Texts that a program writes.
    private const string Snapshots = "tests/NetGen.Generators.Tests/Snapshots/Approved";

    [Fact]
    public void Sources_AreFormatted()
    {
        string root = Repository.PathOf("");
        string folder = Directory.CreateTempSubdirectory("netgen-format-").FullName;
        string report = Path.Combine(folder, "report.json");
        try
        {
            Command format = Command.Dotnet(root, "format", "whitespace", root, "--folder", "--verify-no-changes", "--exclude", Snapshots, "--report", report);
            (format.ExitCode is 0 or 2).ShouldBeTrue(format.Output); // 2: there is something to change

            using JsonDocument changes = JsonDocument.Parse(File.ReadAllText(report));
            changes.RootElement.EnumerateArray().SelectMany(Wrong).ShouldBeEmpty("`dotnet format whitespace . --folder --include FILE` puts a file right");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Wrong(JsonElement file)
    {
        string path = file.GetProperty("FilePath").GetString()!;
        string[] lines = File.ReadAllLines(path);
        foreach (JsonElement change in file.GetProperty("FileChanges").EnumerateArray())
        {
            int line = change.GetProperty("LineNumber").GetInt32();
            int column = change.GetProperty("CharNumber").GetInt32();
            if (!IsBetweenAttributes(lines[line - 1], column - 1))
            {
                yield return $"{path}({line},{column}): {change.GetProperty("FormatDescription").GetString()}";
            }
        }
    }

    private static bool IsBetweenAttributes(string line, int index) => line[..index].TrimEnd().EndsWith(']') && line[index..].TrimStart().StartsWith('[');
}
