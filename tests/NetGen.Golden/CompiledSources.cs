using System.Security.Cryptography;
using System.Text;
using NetGen.Generators;

namespace NetGen.Golden;

/// <summary>
/// A folder of what sources compiled to, for processes that need the same models one after the other: a case is run in each instruction set in a process of its own, and compiling it takes longer than running it.
/// </summary>
public static class CompiledSources
{
    /// <summary>The environment variable that names the folder; without it nothing is kept.</summary>
    public const string Variable = "NETGEN_GOLDEN_COMPILED";

    // Another build of the generator may write other code.
    private static readonly string s_generator = typeof(NetGenGenerator).Module.ModuleVersionId.ToString();

    /// <summary>The assembly of a source: as it was kept, or compiled now and kept.</summary>
    /// <param name="source">What was compiled, with all that decides how.</param>
    /// <param name="compile">Compiles it.</param>
    public static byte[] Get(string source, Func<byte[]> compile)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            return compile();
        }

        string path = Path.Combine(folder, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(s_generator + source))) + ".dll");
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        byte[] compiled = compile();
        string beside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(beside, compiled);
        File.Move(beside, path, overwrite: true);
        return compiled;
    }
}
