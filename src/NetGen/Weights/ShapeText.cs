using System.Globalization;

namespace NetGen;

/// <summary>Shapes in messages.</summary>
internal static class ShapeText
{
    /// <summary>For example <c>(64, 3, 3, 3)</c>.</summary>
    public static string Of(IEnumerable<int> shape) => $"({string.Join(", ", shape.Select(s => s.ToString(CultureInfo.InvariantCulture)))})";
}
