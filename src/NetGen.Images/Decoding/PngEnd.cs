using System.Buffers.Binary;

namespace NetGen.Images;

/// <summary>Walks a PNG file's chunks (ISO/IEC 15948, section 5.3) to the one that ends the picture.</summary>
internal static class PngEnd
{
    private const int Signature = 8;
    private const int LengthAndType = 8;
    private const int Crc = 4;

    public static string? Problem(ReadOnlySpan<byte> bytes)
    {
        long at = Signature;
        while (at + LengthAndType + Crc <= bytes.Length)
        {
            ReadOnlySpan<byte> chunk = bytes[(int)at..];
            long end = at + LengthAndType + BinaryPrimitives.ReadUInt32BigEndian(chunk) + Crc;
            if (end <= bytes.Length && chunk.Slice(4, 4).SequenceEqual("IEND"u8))
            {
                return null;
            }

            at = end;
        }

        return FormattableString.Invariant($"the file is cut off: expected a PNG that ends with the chunk IEND, actual {bytes.Length} bytes without it");
    }
}
