using System.Buffers.Binary;

namespace NetGen.Images;

/// <summary>Compares a WebP file's length with the one its RIFF header says (RFC 9649, section 2.4).</summary>
internal static class WebpEnd
{
    private const int LengthAt = 4;
    private const int HeaderUncounted = 8;

    public static string? Problem(ReadOnlySpan<byte> bytes)
    {
        long expected = HeaderUncounted + (bytes.Length >= HeaderUncounted ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[LengthAt..]) : 0L);
        return bytes.Length >= expected
            ? null
            : FormattableString.Invariant($"the file is cut off: expected {expected} bytes as its header says, actual {bytes.Length}");
    }
}
