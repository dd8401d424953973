using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>One named tensor of a safetensors file.</summary>
public sealed class SafetensorsTensor
{
    /// <summary>Wraps bytes as they stand in a file.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="shape">The sizes of the dimensions; none for a scalar.</param>
    /// <param name="bytes">The elements, little-endian, the last dimension running fastest; not copied.</param>
    /// <exception cref="ArgumentException">A size is negative, or shape and type need another number of bytes.</exception>
    public SafetensorsTensor(string name, DType dtype, IReadOnlyList<int> shape, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        if (!DTypes.IsKnown(dtype))
        {
            throw new ArgumentOutOfRangeException(nameof(dtype), dtype, $"tensor \"{name}\": expected one of {DTypes.Known}");
        }

        Shape = [.. shape];
        UInt128 expected = (UInt128)DTypes.Size(dtype);
        foreach (int size in Shape)
        {
            if (size < 0)
            {
                throw new ArgumentException($"tensor \"{name}\": expected no size under 0, actual shape {ShapeText.Of(Shape)}", nameof(shape));
            }

            // Capped, so that no number of dimensions overflows; a later 0 still makes it 0.
            expected = UInt128.Min(expected * (uint)size, (UInt128)1 << 64);
        }

        if (expected != (UInt128)bytes.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"tensor \"{name}\": shape {ShapeText.Of(Shape)} of {DTypes.Name(dtype)} needs {expected} bytes, actual {bytes.Length}"),
                nameof(bytes));
        }

        Name = name;
        DType = dtype;
        Bytes = bytes;
    }

    /// <summary>The name, for example <c>conv1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public DType DType { get; }

    /// <summary>The sizes of the dimensions; none for a scalar.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The elements as they stand in the file: little-endian, the last dimension running fastest.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The number of elements.</summary>
    public int Length => Bytes.Length / DTypes.Size(DType);

    /// <summary>Makes a tensor of type <see cref="DType.F32"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="values">The elements; copied.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape has another number of elements, or they need 2 GB or more.</exception>
    public static SafetensorsTensor FromFloats(string name, IReadOnlyList<int> shape, ReadOnlySpan<float> values)
    {
        byte[] bytes = Room(name, values.Length, sizeof(float));
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(bytes);
            return new SafetensorsTensor(name, DType.F32, shape, bytes);
        }

        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return new SafetensorsTensor(name, DType.F32, shape, bytes);
    }

    /// <summary>Makes a tensor of type <see cref="DType.I64"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="values">The elements; copied.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape has another number of elements, or they need 2 GB or more.</exception>
    public static SafetensorsTensor FromInt64s(string name, IReadOnlyList<int> shape, ReadOnlySpan<long> values)
    {
        byte[] bytes = Room(name, values.Length, sizeof(long));
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), values[i]);
        }

        return new SafetensorsTensor(name, DType.I64, shape, bytes);
    }

    /// <summary>The elements as floats; those of other types are converted to the nearest.</summary>
    /// <returns>A new array.</returns>
    public float[] ToFloats()
    {
        float[] values = new float[Length];
        CopyTo(values);
        return values;
    }

    /// <summary>Writes the elements as floats; those of other types are converted to the nearest.</summary>
    /// <param name="destination">Exactly <see cref="Length"/> floats.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void CopyTo(Span<float> destination)
    {
        if (destination.Length != Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"tensor \"{Name}\": expected {Length} floats, actual {destination.Length}"), nameof(destination));
        }

        ReadOnlySpan<byte> bytes = Bytes.Span;
        if (DType == DType.F32 && BitConverter.IsLittleEndian)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(destination));
            return;
        }

        int size = DTypes.Size(DType);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = DTypes.ToFloat(DType, bytes.Slice(i * size, size));
        }
    }

    /// <summary>The elements as whole numbers.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="InvalidOperationException">The type is one of floating-point numbers.</exception>
    /// <exception cref="OverflowException">A <see cref="DType.U64"/> lies over 2^63 - 1.</exception>
    public long[] ToInt64s()
    {
        if (!DTypes.IsWhole(DType))
        {
            throw new InvalidOperationException($"tensor \"{Name}\": expected a type of whole numbers, actual {DTypes.Name(DType)}");
        }

        long[] values = new long[Length];
        int size = DTypes.Size(DType);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = DTypes.ToInt64(DType, Bytes.Span.Slice(i * size, size));
        }

        return values;
    }

    private static byte[] Room(string name, int count, int size) => (long)count * size <= Array.MaxLength
        ? new byte[count * size]
        : throw new ArgumentException(FormattableString.Invariant($"tensor \"{name}\": expected at most {Array.MaxLength} bytes, actual {(long)count * size}"), "values");
}
