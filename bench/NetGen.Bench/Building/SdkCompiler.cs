using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NetGen.Bench.Building;

/// <summary>
/// The C# compiler of the SDK, which is what users' builds run. It is compiled ahead of time, while the package of the same name is not: with that
/// a cold process would mostly measure how long the compiler itself takes to be compiled.
/// </summary>
internal static class SdkCompiler
{
    private const string Prefix = "Microsoft.CodeAnalysis";

    /// <summary>Makes the process load the compiler from the newest SDK beside the runtime. To be called before anything refers to it.</summary>
    public static void Use() => AssemblyLoadContext.Default.Resolving += Load;

    private static Assembly? Load(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return null;
        }

        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string? file = Directory.EnumerateDirectories(Path.Combine(root, "sdk"))
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", name.Name + ".dll"))
            .Where(File.Exists)
            .MaxBy(f => AssemblyName.GetAssemblyName(f).Version);
        return file is null ? throw new FileNotFoundException($"no {name.Name}.dll in an SDK under {root}") : context.LoadFromAssemblyPath(file);
    }
}
