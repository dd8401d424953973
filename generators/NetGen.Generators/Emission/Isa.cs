namespace NetGen.Generators.Emission;

/// <summary>One of the three forms that every kernel is written in: the vector type it uses and how many registers there are.</summary>
/// <param name="Suffix">What the form's method names end in.</param>
/// <param name="Class">The class of the vector operations, such as <c>Vector512</c>.</param>
/// <param name="Width">Floats in a vector.</param>
/// <param name="Registers">Vector registers.</param>
internal sealed record Isa(string Suffix, string Class, int Width, int Registers)
{
    public static readonly Isa Avx512 = new("Avx512", "Vector512", 16, 32);
    public static readonly Isa Avx2 = new("Avx2", "Vector256", 8, 16);
    public static readonly Isa Portable = new("Portable", "Vector128", 4, 16);

    public static readonly EquatableArray<Isa> All = new[] { Avx512, Avx2, Portable };

    /// <summary>The vector type, such as <c>Vector512&lt;float&gt;</c>.</summary>
    public string Vector => Class + "<float>";

    public string Zero => Vector + ".Zero";

    public string Load(string pointer) => $"{Class}.Load({pointer})";

    public string Store(string value, string pointer) => $"{Class}.Store({value}, {pointer})";

    /// <summary>All lanes from one scalar expression.</summary>
    public string Broadcast(string scalar) => $"{Class}.Create({scalar})";

    /// <summary>a · b + c. The portable form may round twice, where the processor has no fused instruction.</summary>
    public string Fma(string a, string b, string c) =>
        this == Portable ? $"{Class}.MultiplyAddEstimate({a}, {b}, {c})" : $"{Class}.FusedMultiplyAdd({a}, {b}, {c})";

    /// <summary>The larger of both; where one is not a number, <paramref name="b"/>.</summary>
    public string Max(string a, string b) => $"{Class}.MaxNative({a}, {b})";

    public string Min(string a, string b) => $"{Class}.MinNative({a}, {b})";
}
