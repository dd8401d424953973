namespace NetGen.Generators.IR;

/// <summary>As <c>NetGen.ConvAlgorithm</c>, with the same numbers.</summary>
internal enum ConvAlgorithm
{
    Auto,
    Direct,
    Winograd2,
    Winograd4,
}
