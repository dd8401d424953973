namespace NetGen.Generators.IR;

/// <summary>As <c>NetGen.UpsampleMode</c>, with the same numbers.</summary>
internal enum UpsampleMode
{
    Nearest,
    Bilinear,
}
