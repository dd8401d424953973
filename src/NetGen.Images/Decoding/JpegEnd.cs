using System.Buffers.Binary;

namespace NetGen.Images;

/// <summary>Walks a JPEG file's markers (ITU-T T.81, annex B) to the one that ends the picture.</summary>
internal static class JpegEnd
{
    private const byte Mark = 0xFF;
    private const byte Temporary = 0x01;
    private const byte FirstRestart = 0xD0;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;

    public static string? Problem(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (NextMarker(bytes, ref at) is { } marker)
        {
            if (marker == EndOfImage)
            {
                return null;
            }

            if (marker is Temporary or (>= FirstRestart and <= StartOfImage))
            {
                continue;
            }

            // A segment says its own length; coded data after the start of a scan have no markers but restarts until the next segment.
            if (at + 2 > bytes.Length)
            {
                break;
            }

            at += BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        }

        return FormattableString.Invariant($"the file is cut off: expected a JPEG that ends with the marker ffd9, actual {bytes.Length} bytes without it");
    }

    /// <summary>Goes behind the next marker; null where there is none. A zero after ff is a value of coded data, more ff are padding.</summary>
    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length)
        {
            int found = bytes[at..].IndexOf(Mark);
            if (found < 0)
            {
                break;
            }

            at += found + 1;
            if (at < bytes.Length && bytes[at] is not (0 or Mark))
            {
                return bytes[at++];
            }
        }

        return null;
    }
}
