using System.Buffers.Binary;

namespace NetGen.Images.Tests.Support;

/// <summary>Changes headers of PNG files.</summary>
internal static class PngChunks
{
    private const int HeaderType = 12;
    private const int HeaderData = 16;
    private const int HeaderCrc = 29;

    /// <summary>The same file with a header that says another size, and has the right checksum.</summary>
    public static byte[] WithSize(byte[] png, int width, int height)
    {
        byte[] changed = [.. png];
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(HeaderData), width);
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(HeaderData + 4), height);
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(HeaderCrc), Crc(changed.AsSpan(HeaderType, HeaderCrc - HeaderType)));
        return changed;
    }

    /// <summary>ISO/IEC 15948, annex D, a bit at a time.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
            }
        }

        return ~crc;
    }
}
