namespace NetGen.Images;

/// <summary>Makes sure that the tags and the strips or tiles of a TIFF file's first picture lie in the file (TIFF 6.0, sections 2 and 15; BigTIFF likewise).</summary>
internal static class TiffEnd
{
    private const int StripOffsets = 273;
    private const int StripByteCounts = 279;
    private const int TileOffsets = 324;
    private const int TileByteCounts = 325;

    public static string? Problem(ReadOnlySpan<byte> bytes)
    {
        TiffTags tags = new(bytes);
        return CutOff(tags, tags.End) ?? ProblemOf(tags, StripOffsets, StripByteCounts) ?? ProblemOf(tags, TileOffsets, TileByteCounts);
    }

    private static string? ProblemOf(TiffTags tags, int offsetTag, int lengthTag)
    {
        TiffTags.Numbers offsets = tags.Find(offsetTag);
        TiffTags.Numbers lengths = tags.Find(lengthTag);
        for (int i = 0; i < Math.Min(offsets.Count, lengths.Count); i++)
        {
            if (CutOff(tags, (UInt128)tags.Value(offsets, i) + tags.Value(lengths, i)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? CutOff(TiffTags tags, UInt128 expected) => expected <= (UInt128)tags.FileLength
        ? null
        : FormattableString.Invariant($"the file is cut off: expected {expected} bytes as its header says, actual {tags.FileLength}");
}
