using System.Buffers.Binary;

namespace NetGen.Images;

/// <summary>Walks a GIF file's blocks (GIF89a specification, appendix B) to the end of the first frame, the one that is read.</summary>
internal static class GifEnd
{
    private const int Header = 13;
    private const int FlagsOfScreen = 10;
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;
    private const int FrameHeader = 10;
    private const int FlagsOfFrame = 9;

    public static string? Problem(ReadOnlySpan<byte> bytes, PictureLimits limits)
    {
        if (bytes.Length < Header)
        {
            return CutOff(bytes);
        }

        int at = Header + ColourTable(bytes[FlagsOfScreen]);
        while (at < bytes.Length)
        {
            switch (bytes[at])
            {
                case Extension:
                    if (!SkipBlocks(bytes, at + 2, out at))
                    {
                        return CutOff(bytes);
                    }

                    break;
                case Frame:
                    return ProblemOfFrame(bytes, at, limits);
                default:
                    return FormattableString.Invariant($"expected a block of a GIF, 21 or 2c, at byte {at} before the first frame, actual {bytes[at]:x2}");
            }
        }

        return CutOff(bytes);
    }

    private static string? ProblemOfFrame(ReadOnlySpan<byte> bytes, int at, PictureLimits limits)
    {
        if (at + FrameHeader > bytes.Length)
        {
            return CutOff(bytes);
        }

        // A frame has sizes of its own, which may be over those of the header.
        int width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 5)..]);
        int height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 7)..]);
        if ((long)width * height > limits.MostPixels)
        {
            return FormattableString.Invariant($"expected at most {limits.MostPixels} pixels, actual a first frame of {width}×{height}");
        }

        int data = at + FrameHeader + ColourTable(bytes[at + FlagsOfFrame]) + 1;
        return SkipBlocks(bytes, data, out _) ? null : CutOff(bytes);
    }

    /// <summary>The bytes of a table of colours, 3 for each.</summary>
    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <summary>Goes behind blocks that each begin with their length, to the one of length 0.</summary>
    private static bool SkipBlocks(ReadOnlySpan<byte> bytes, int at, out int behind)
    {
        while (at < bytes.Length && bytes[at] != 0)
        {
            at += bytes[at] + 1;
        }

        behind = at + 1;
        return at < bytes.Length;
    }

    private static string CutOff(ReadOnlySpan<byte> bytes) =>
        FormattableString.Invariant($"the file is cut off: expected a GIF with a whole first frame, actual {bytes.Length} bytes without its end");
}
