using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>How activations are written.</summary>
internal static class ActivationText
{
    /// <summary>Code that applies it to the vector variable <paramref name="value"/>.</summary>
    public static string Apply(this Activation activation, Isa isa, string value) => activation.Slope == 0
        ? $"{value} = {isa.Max(isa.Zero, value)};"
        : $"{value} = {isa.Max(isa.Zero, value)} + ({isa.Min(isa.Zero, value)} * {isa.Broadcast(Literals.Of(activation.Slope))});";

    /// <summary>What comments say behind what a kernel computes.</summary>
    public static string Then(Activation? activation) => activation is null ? "" : $", then {activation.Name}";
}
