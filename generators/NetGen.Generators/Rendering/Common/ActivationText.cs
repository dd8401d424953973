using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>How activations are written.</summary>
internal static class ActivationText
{
    /// <summary>What a kernel is called that does nothing else: <c>ReLU</c>, <c>LeakyReLUGradient_0p1</c>.</summary>
    public static string Title(this Activation activation, string part = "") =>
        activation.Slope == 0 ? "ReLU" + part : $"LeakyReLU{part}_{NamePart.Of(activation.Slope)}";

    /// <summary>What is appended to the name of a kernel that applies it.</summary>
    public static string Key(this Activation activation) => activation.Slope == 0 ? "_relu" : "_leaky" + NamePart.Of(activation.Slope);

    /// <summary>Code that applies it to the vector variable <paramref name="value"/>.</summary>
    public static string Apply(this Activation activation, Isa isa, string value) => activation.Slope == 0
        ? $"{value} = {isa.Max(isa.Zero, value)};"
        : $"{value} = {isa.Max(isa.Zero, value)} + ({isa.Min(isa.Zero, value)} * {isa.Broadcast(Literals.Of(activation.Slope))});";

    /// <summary>What comments say behind what a kernel computes.</summary>
    public static string Then(Activation? activation) => activation is null ? "" : $", then {activation.Name}";
}
