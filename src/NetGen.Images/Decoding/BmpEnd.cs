using System.Buffers.Binary;

namespace NetGen.Images;

/// <summary>Compares a BMP file's length with what its header needs (Microsoft, BITMAPFILEHEADER and BITMAPINFOHEADER).</summary>
internal static class BmpEnd
{
    private const int PixelsAt = 10;
    private const int HeaderSizeAt = 14;
    private const int WidthAt = 18;
    private const int CompressionAt = 30;
    private const int PackedSizeAt = 34;

    /// <summary>The header of OS/2, whose sizes have two bytes each.</summary>
    private const int CoreHeader = 12;

    private const int Rle8 = 1;
    private const int Rle4 = 2;

    public static string? Problem(ReadOnlySpan<byte> bytes)
    {
        long expected = Needed(bytes);
        return bytes.Length >= expected
            ? null
            : FormattableString.Invariant($"the file is cut off: expected {expected} bytes as its header says, actual {bytes.Length}");
    }

    private static long Needed(ReadOnlySpan<byte> bytes)
    {
        const int core = HeaderSizeAt + CoreHeader;
        const int info = PackedSizeAt + 4;
        if (bytes.Length < core)
        {
            return core;
        }

        long pixels = BinaryPrimitives.ReadUInt32LittleEndian(bytes[PixelsAt..]);
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[HeaderSizeAt..]) == CoreHeader)
        {
            return pixels + Rows(U16(bytes, WidthAt), U16(bytes, WidthAt + 2), U16(bytes, WidthAt + 6));
        }

        if (bytes.Length < info)
        {
            return info;
        }

        // The size is there where pixels are packed; elsewhere many programs leave it 0.
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[CompressionAt..]) is Rle8 or Rle4
            ? pixels + BinaryPrimitives.ReadUInt32LittleEndian(bytes[PackedSizeAt..])
            : pixels + Rows(
                BinaryPrimitives.ReadInt32LittleEndian(bytes[WidthAt..]),
                Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[(WidthAt + 4)..])),
                U16(bytes, WidthAt + 10));
    }

    /// <summary>The bytes of rows, each a multiple of four.</summary>
    private static long Rows(long width, long height, long bits) => ((width * bits) + 31) / 32 * 4 * height;

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
