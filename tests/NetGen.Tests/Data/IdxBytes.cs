using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Tests.Data;

/// <summary>IDX files put together by hand.</summary>
internal static class IdxBytes
{
    public static byte[] Of(byte type, int[] shape, byte[] elements)
    {
        byte[] sizes = new byte[shape.Length * 4];
        for (int i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(sizes.AsSpan(i * 4), shape[i]);
        }

        return [0, 0, type, (byte)shape.Length, .. sizes, .. elements];
    }

    public static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
