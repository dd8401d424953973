using System.Globalization;

namespace NetGen.Generators.Text;

/// <summary>
/// Names of generated files. The compiler compares them without regard to case and refuses all of a generator's files where two are equal, so no two may
/// meet: models, kernels and reports of errors have endings of their own, and a name that differs from another by its case alone, or had to be cut, carries a hash.
/// </summary>
internal static class HintNames
{
    private const int Longest = 120;

    /// <summary>A model's file.</summary>
    /// <param name="name">Its full name.</param>
    /// <param name="meets">Whether another model's name is the same but for its case.</param>
    public static string OfModel(string name, bool meets) => Bounded(name, meets, ".g.cs");

    /// <summary>The file of a model at a further size of its images.</summary>
    /// <param name="name">The model's full name.</param>
    /// <param name="size">The size.</param>
    /// <param name="meets">Whether another model's name is the same but for its case.</param>
    public static string OfSize(string name, string size, bool meets) => Bounded($"{name}-{size}", meets, ".g.cs");

    /// <summary>A kernel's file. No C# name has a hyphen, so no model's file is named so.</summary>
    public static string OfKernel(string name) => Bounded($"{FileHeader.Namespace}.Kernels-{name}", meets: false, ".g.cs");

    /// <summary>A register tile's file.</summary>
    public static string OfTile(string form, string name) => Bounded($"{FileHeader.Namespace}.Tiles-{form}.{name}", meets: false, ".g.cs");

    /// <summary>The file that marks reported errors. Owners are told apart by their case as well, which here nobody reads.</summary>
    public static string OfErrors(string owner) => Bounded("NetGen-Errors " + Plain(owner), meets: true, ".g.cs", owner);

    private static string Bounded(string name, bool meets, string ending, string? hashed = null)
    {
        if (name.Length <= Longest && !meets)
        {
            return name + ending;
        }

        string hash = Hash(hashed ?? name).ToString("x16", CultureInfo.InvariantCulture);
        return $"{(name.Length > Longest - 17 ? name.Substring(0, Longest - 17) : name)}-{hash}{ending}";
    }

    /// <summary>Letters, digits and what else a file's name may hold.</summary>
    private static string Plain(string text) => new(text.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or ',' or ' ' ? c : '-').ToArray());

    /// <summary>FNV-1a of 64 bits, which unlike <c>GetHashCode</c> is the same in every process.</summary>
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }
}
