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

    /// <summary>
    /// The gradient <paramref name="gradient"/> behind the activation, from the sign of <paramref name="value"/>: of its output or, as the slope is not negative, its
    /// input. As in PyTorch, where that is not a number the gradient passes through a ReLU whole, and through a leaky one with its slope.
    /// </summary>
    public static string Mask(this Activation activation, Isa isa, string value, string gradient) => activation.Slope == 0
        ? $"{isa.Class}.ConditionalSelect({isa.Class}.LessThanOrEqual({value}, {isa.Zero}), {isa.Zero}, {gradient})"
        : $"{isa.Class}.ConditionalSelect({isa.Class}.GreaterThan({value}, {isa.Zero}), {gradient}, {gradient} * {isa.Broadcast(Literals.Of(activation.Slope))})";

    /// <summary>What comments say behind what a kernel computes.</summary>
    public static string Then(Activation? activation) => activation is null ? "" : $", then {activation.Name}";
}
