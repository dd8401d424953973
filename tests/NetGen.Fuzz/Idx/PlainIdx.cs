using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace NetGen.Fuzz;

/// <summary>The IDX format in a few lines, to compare the reader with.</summary>
internal static class PlainIdx
{
    /// <summary>The types by their codes, with the bytes of an element.</summary>
    public static IReadOnlyDictionary<byte, (DType Type, int Size)> Types { get; } = new Dictionary<byte, (DType, int)>
    {
        [0x08] = (DType.U8, 1),
        [0x09] = (DType.I8, 1),
        [0x0b] = (DType.I16, 2),
        [0x0c] = (DType.I32, 4),
        [0x0d] = (DType.F32, 4),
        [0x0e] = (DType.F64, 8),
    };

    /// <summary>Puts a file together.</summary>
    public static byte[] Make(byte type, int[] shape, byte[] elements)
    {
        byte[] sizes = new byte[4 * shape.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(sizes.AsSpan(4 * i), shape[i]);
        }

        return [0, 0, type, (byte)shape.Length, .. sizes, .. elements];
    }

    /// <summary>Packs bytes as gzip.</summary>
    public static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>What a file's gzip data unpack to, as far as they are good, and whether all are.</summary>
    public static (byte[] Bytes, bool Whole) Unpack(byte[] bytes)
    {
        using MemoryStream unpacked = new();
        bool whole = true;
        try
        {
            using GZipStream stream = new(new MemoryStream(bytes), CompressionMode.Decompress);
            stream.CopyTo(unpacked);
        }
        catch (InvalidDataException)
        {
            whole = false;
        }

        return (unpacked.ToArray(), whole);
    }

    /// <summary>Whether these bytes are an IDX file, with as many elements as its header says.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) =>
        Elements(file) is { } needed && needed.Start + needed.Bytes == file.Length && needed.Bytes <= Array.MaxLength;

    /// <summary>Where the elements begin and how many bytes the header asks for, or null without a good header.</summary>
    public static (int Start, BigInteger Bytes)? Elements(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0 || file[1] != 0 || file[3] == 0 || !Types.TryGetValue(file[2], out (DType, int Size) type) || file.Length < 4 + (4 * file[3]))
        {
            return null;
        }

        BigInteger bytes = type.Size;
        for (int i = 0; i < file[3]; i++)
        {
            int size = BinaryPrimitives.ReadInt32BigEndian(file[(4 + (4 * i))..]);
            if (size < 0)
            {
                return null;
            }

            bytes *= size;
        }

        return (4 + (4 * file[3]), bytes);
    }
}
