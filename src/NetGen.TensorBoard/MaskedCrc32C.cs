using System.Buffers.Binary;
using System.Numerics;

namespace NetGen.TensorBoard;

/// <summary>The check sums of TensorFlow's record files.</summary>
internal static class MaskedCrc32C
{
    /// <summary>CRC-32C (Castagnoli), masked: TensorFlow does so because a CRC of data that hold CRCs is a weak one.</summary>
    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint crc = Crc32C(data);
        return BitOperations.RotateRight(crc, 15) + 0xA282EAD8;
    }

    /// <summary>CRC-32C as iSCSI has it (RFC 3720, appendix B.4).</summary>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        }

        foreach (byte b in data)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
