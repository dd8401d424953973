using System.Globalization;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Layers as code, the same however they were written, on every machine.</summary>
internal static class LayerText
{
    /// <summary>A layer's kind with its arguments, as in an attribute.</summary>
    public static string Format(string kind, IEnumerable<string> arguments)
    {
        string list = string.Join(", ", arguments);
        return list.Length == 0 ? kind : $"{kind}({list})";
    }

    /// <summary>An argument with its value.</summary>
    public static Argument Argument(string name, object? value) => value switch
    {
        null => new Argument(name, 0, EquatableArray<string>.Empty),
        string text => new Argument(name, 0, new[] { text }),
        _ => new Argument(name, Convert.ToDouble(value, CultureInfo.InvariantCulture), EquatableArray<string>.Empty),
    };
}
