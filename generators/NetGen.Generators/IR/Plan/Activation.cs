using System.Globalization;

namespace NetGen.Generators.IR;

/// <summary>An activation that a kernel applies to its result before storing it.</summary>
/// <param name="Slope">The factor for negative values: 0 for ReLU.</param>
internal sealed record Activation(float Slope)
{
    /// <summary>What it is called.</summary>
    public string Name => Slope == 0 ? "ReLU" : $"LeakyReLU({Slope.ToString("R", CultureInfo.InvariantCulture)}f)";

    /// <summary>The factor for negative values that a kernel takes as an argument: 1 for no activation.</summary>
    public static Operand SlopeOf(Activation? activation) => Operand.Slope(activation?.Slope ?? 1);
}
