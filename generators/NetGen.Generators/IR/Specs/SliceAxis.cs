namespace NetGen.Generators.IR;

/// <summary>As <c>NetGen.SliceAxis</c>, with the same numbers.</summary>
internal enum SliceAxis
{
    Channels,
    Height,
    Width,
    Steps,
}
