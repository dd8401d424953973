using System.Buffers.Binary;
using System.Text;

namespace NetGen.Tests.Weights;

/// <summary>Files put together by hand.</summary>
internal static class SafetensorsBytes
{
    /// <summary>A header and so many bytes of data, counting up from 0.</summary>
    public static byte[] Of(string header, int dataLength) => Of(header, [.. Enumerable.Range(0, dataLength).Select(i => (byte)i)]);

    public static byte[] Of(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }
}
