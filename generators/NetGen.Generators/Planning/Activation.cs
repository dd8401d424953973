namespace NetGen.Generators.Planning;

/// <summary>An activation that a kernel applies to its result before storing it.</summary>
/// <param name="Slope">The factor for negative values: 0 for ReLU.</param>
internal sealed record Activation(float Slope)
{
    /// <summary>What is appended to the name of a kernel that applies it.</summary>
    public string Key => Slope == 0 ? "_relu" : "_leaky" + Slope.ToString("R", System.Globalization.CultureInfo.InvariantCulture).Replace('.', 'p').Replace('-', 'm').Replace("+", "");

    /// <summary>Its name for comments.</summary>
    public string Words => Slope == 0 ? "ReLU" : "leaky ReLU";

    /// <summary>What comments say behind what a layer computes.</summary>
    public static string Then(Activation? activation) => activation is null ? "" : $", then {activation.Words}";

    /// <summary>The factor for negative values that a kernel takes as an argument: 1 for no activation.</summary>
    public static Operand SlopeOf(Activation? activation) => Operand.Of(CodeWriter.Literal(activation?.Slope ?? 1));

    /// <summary>Code that applies it to the vector variable <paramref name="value"/>.</summary>
    public string Apply(Isa isa, string value) => Slope == 0
        ? $"{value} = {isa.Max(isa.Zero, value)};"
        : $"{value} = {isa.Max(isa.Zero, value)} + ({isa.Min(isa.Zero, value)} * {isa.Broadcast(CodeWriter.Literal(Slope))});";
}

/// <summary>A border of zeros around an image.</summary>
internal readonly record struct Halo(int Y, int X)
{
    public static readonly Halo None = new(0, 0);

    public Halo Max(Halo other) => new(Math.Max(Y, other.Y), Math.Max(X, other.X));
}
