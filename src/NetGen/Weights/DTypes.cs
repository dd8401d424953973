using System.Buffers.Binary;

namespace NetGen;

/// <summary>Names, sizes and values of <see cref="DType"/>.</summary>
internal static class DTypes
{
    private static readonly (DType Type, string Name, int Size)[] Rows =
    [
        (DType.Bool, "BOOL", 1), (DType.U8, "U8", 1), (DType.I8, "I8", 1), (DType.U16, "U16", 2), (DType.I16, "I16", 2),
        (DType.U32, "U32", 4), (DType.I32, "I32", 4), (DType.U64, "U64", 8), (DType.I64, "I64", 8), (DType.F16, "F16", 2),
        (DType.BF16, "BF16", 2), (DType.F32, "F32", 4), (DType.F64, "F64", 8),
    ];

    /// <summary>The names a file may use, for messages.</summary>
    public static string Known => string.Join(", ", Rows.Select(r => r.Name));

    /// <summary>Bytes an element.</summary>
    public static int Size(DType type) => Rows[(int)type].Size;

    /// <summary>The name in a file.</summary>
    public static string Name(DType type) => Rows[(int)type].Name;

    /// <summary>Whether the type is one of those of this list.</summary>
    public static bool IsKnown(DType type) => (uint)type < (uint)Rows.Length;

    /// <summary>Finds a type by its name in a file.</summary>
    public static bool TryParse(string name, out DType type)
    {
        foreach ((DType candidate, string text, int _) in Rows)
        {
            if (text == name)
            {
                type = candidate;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>Whether every value is a whole number.</summary>
    public static bool IsWhole(DType type) => type < DType.F16;

    /// <summary>One little-endian element as the nearest <see cref="float"/>.</summary>
    public static float ToFloat(DType type, ReadOnlySpan<byte> at) => type switch
    {
        DType.F32 => BinaryPrimitives.ReadSingleLittleEndian(at),
        DType.F64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(at),
        DType.F16 => (float)BinaryPrimitives.ReadHalfLittleEndian(at),
        DType.BF16 => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(at) << 16),
        DType.U64 => BinaryPrimitives.ReadUInt64LittleEndian(at),
        _ => ToInt64(type, at),
    };

    /// <summary>One little-endian whole number.</summary>
    /// <exception cref="OverflowException">A <see cref="DType.U64"/> lies over 2^63 - 1.</exception>
    public static long ToInt64(DType type, ReadOnlySpan<byte> at) => type switch
    {
        DType.Bool or DType.U8 => at[0],
        DType.I8 => (sbyte)at[0],
        DType.U16 => BinaryPrimitives.ReadUInt16LittleEndian(at),
        DType.I16 => BinaryPrimitives.ReadInt16LittleEndian(at),
        DType.U32 => BinaryPrimitives.ReadUInt32LittleEndian(at),
        DType.I32 => BinaryPrimitives.ReadInt32LittleEndian(at),
        DType.U64 => checked((long)BinaryPrimitives.ReadUInt64LittleEndian(at)),
        DType.I64 => BinaryPrimitives.ReadInt64LittleEndian(at),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type of whole numbers"),
    };
}
