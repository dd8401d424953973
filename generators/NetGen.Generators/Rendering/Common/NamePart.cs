using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>Parts of kernel names.</summary>
internal static class NamePart
{
    /// <summary>A number with letters in place of the signs that a name cannot have.</summary>
    public static string Of(float value) =>
        value.ToString("R", System.Globalization.CultureInfo.InvariantCulture).Replace('.', 'p').Replace('-', 'm').Replace("+", "");

    /// <summary>The planes of a kernel: one where all are alike.</summary>
    public static string Of(params Plane[] planes) =>
        string.Join("_", planes.Distinct().Count() == 1 ? [planes[0].Key] : planes.Select(p => p.Key));
}
