using NetGen.Golden;
using NetGen.Tests;

namespace NetGen.Generators.Tests.Golden;

/// <summary>The folder <c>shared/golden/cases</c> beside the repository, looked for upward from the tests.</summary>
internal static class GoldenFolder
{
    public const string Absent = "shared/golden/cases is not beside the repository";

    public static string? Path { get; } = Find();

    /// <summary>The folder of the repository's own cases.</summary>
    public static string Own { get; } = Repository.PathOf(System.IO.Path.Combine("tests", "NetGen.Golden", "Cases"));

    /// <summary>The repository's own cases.</summary>
    public static IEnumerable<string> OwnCases() =>
        Directory.GetFiles(Own, "*.safetensors").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    /// <summary>The cases whose layers the library has.</summary>
    public static IEnumerable<string> KnownCases() => Path is null
        ? []
        : Directory.GetFiles(Path, "*.safetensors")
            .Order(StringComparer.Ordinal)
            .Where(file => KnownLayers.Missing(GoldenCase.Read(file).Declaration).Length == 0)
            .Select(file => System.IO.Path.GetFileNameWithoutExtension(file)!);

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = System.IO.Path.Combine(at.FullName, "shared", "golden", "cases");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}

/// <summary>A test that needs the golden cases, and says so where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoldenFactAttribute : FactAttribute
{
    public GoldenFactAttribute() => Skip = GoldenFolder.Path is null ? GoldenFolder.Absent : null;
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoldenTheoryAttribute : TheoryAttribute
{
    public GoldenTheoryAttribute() => Skip = GoldenFolder.Path is null ? GoldenFolder.Absent : null;
}
