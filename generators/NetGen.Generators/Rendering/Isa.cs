using NetGen.Generators.Common;

namespace NetGen.Generators.Rendering;

/// <summary>One of the three forms that every kernel is written in: the vector type it uses and how many registers there are.</summary>
/// <param name="Name">The form's method, which others of the form begin with.</param>
/// <param name="Class">The class of the vector operations, such as <c>Vector512</c>.</param>
/// <param name="Width">Floats in a vector.</param>
/// <param name="Registers">Vector registers.</param>
internal sealed record Isa(string Name, string Class, int Width, int Registers)
{
    private const string Plus = " + ";

    public static readonly Isa Avx512 = new("Avx512", "Vector512", 16, 32);
    public static readonly Isa Avx2 = new("Avx2", "Vector256", 8, 16);
    public static readonly Isa Portable = new("Portable", "Vector128", 4, 16);

    public static readonly EquatableArray<Isa> All = new[] { Avx512, Avx2, Portable };

    /// <summary>The vector type, such as <c>Vector512&lt;float&gt;</c>.</summary>
    public string Vector => Class + "<float>";

    /// <summary>Whether it may ask for what is read or written next: a processor of the portable form need not have the instruction.</summary>
    public bool Prefetches => this != Portable;

    public string Zero => Vector + ".Zero";

    // Kernels are mostly loads, stores and broadcasts. With the type written out the C# compiler need not find it and the overload: a third less time.
    public string Load(string pointer) => $"{Class}.Load<float>({Element(pointer)})";

    public string Store(string value, string pointer) => $"{Class}.Store<float>({value}, {Element(pointer)})";

    /// <summary>All lanes from one scalar expression.</summary>
    public string Broadcast(string scalar, string type = "float") => $"{Class}.Create<{type}>({scalar})";

    /// <summary>a · b + c. The portable form may round twice, where the processor has no fused instruction.</summary>
    public string Fma(string a, string b, string c) =>
        this == Portable ? $"{Class}.MultiplyAddEstimate({a}, {b}, {c})" : $"{Class}.FusedMultiplyAdd({a}, {b}, {c})";

    /// <summary>The larger of both; where one is not a number, <paramref name="b"/>.</summary>
    public string Max(string a, string b) => $"{Class}.MaxNative<float>({a}, {b})";

    public string Min(string a, string b) => $"{Class}.MinNative<float>({a}, {b})";

    /// <summary>
    /// A pointer with something added as the address of an element, <c>&amp;x[16]</c>: the C# compiler tries all operators on the
    /// addition of a number to a pointer, which took a fifth of a build. A sum stays as it is: added up as an index, the JIT no longer folds it into
    /// the address.
    /// </summary>
    private static string Element(string pointer)
    {
        int end = 0;
        while (end < pointer.Length && char.IsLetterOrDigit(pointer[end]))
        {
            end++;
        }

        bool isOneTerm = string.CompareOrdinal(pointer, end, Plus, 0, Plus.Length) == 0 && pointer.IndexOf(' ', end + Plus.Length) < 0;
        return isOneTerm
            ? $"&{pointer.Substring(0, end)}[{pointer.Substring(end + Plus.Length)}]"
            : pointer;
    }
}
