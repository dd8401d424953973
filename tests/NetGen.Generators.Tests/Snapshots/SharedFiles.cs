namespace NetGen.Generators.Tests.Snapshots;

/// <summary>Which of the generated files an assembly's models share.</summary>
internal static class SharedFiles
{
    private const string Kernels = ".Kernels-";
    private const string Tiles = ".Tiles-";

    /// <summary>Whether a file holds a kernel.</summary>
    public static bool IsKernel(string hint) => hint.Contains(Kernels, StringComparison.Ordinal);

    /// <summary>Whether a file holds a kernel or a register tile.</summary>
    public static bool Is(string hint) => IsKernel(hint) || hint.Contains(Tiles, StringComparison.Ordinal);

    /// <summary>The name of a kernel, or of a tile with its form before it, as the file's name has it.</summary>
    public static string NameOf(string hint) => hint[(hint.IndexOf('-', StringComparison.Ordinal) + 1)..^".g.cs".Length];
}
