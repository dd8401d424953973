using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>A file in the IDX format, plain or packed with gzip: one array of numbers, as MNIST is published.</summary>
/// <remarks>The layout (LeCun, Cortes, Burges, "The MNIST database", section "The IDX file format"): two zero bytes, a byte for
/// the type, a byte for the number of dimensions, each dimension as 4 bytes, then the elements; all numbers big-endian.</remarks>
public sealed class IdxFile
{
    /// <summary>What is taken at first for packed data, whose length only unpacking shows.</summary>
    private const int FirstPiece = 1 << 20;

    private readonly byte[] _elements;

    private IdxFile(string path, DType dtype, int[] shape, byte[] elements)
    {
        Path = path;
        DType = dtype;
        Shape = shape;
        _elements = elements;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The type of the elements: U8, I8, I16, I32, F32 or F64.</summary>
    public DType DType { get; }

    /// <summary>The sizes of the dimensions, for MNIST's images (60000, 28, 28).</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Length => _elements.Length / DTypes.Size(DType);

    /// <summary>Reads a whole file; gzip is known by its first two bytes, 1f 8b.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its array.</returns>
    /// <exception cref="DataFileException">The file is no IDX file, or is shorter or longer than its header says.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public static IdxFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        Span<byte> magic = stackalloc byte[2];
        bool packed = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        file.Position = 0;
        if (!packed)
        {
            return Read(file, path, file.Length);
        }

        using GZipStream unpacked = new(file, CompressionMode.Decompress, leaveOpen: true);
        IdxFile read;
        try
        {
            read = Read(unpacked, path, null);
        }
        catch (InvalidDataException e)
        {
            throw new DataFileException(path, "the gzip data are damaged", e);
        }

        CheckEnd(file, path, 4 + (4 * read.Shape.Count) + read._elements.Length);
        return read;
    }

    /// <summary>The elements as bytes.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="DataFileException">The elements are of another type than U8.</exception>
    public byte[] ToBytes() => DType == DType.U8
        ? [.. _elements]
        : throw new DataFileException(Path, $"expected elements of type U8, actual {DTypes.Name(DType)}");

    /// <summary>The elements as floats, of any type, converted to the nearest.</summary>
    /// <returns>A new array.</returns>
    public float[] ToFloats()
    {
        float[] values = new float[Length];
        int size = DTypes.Size(DType);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = DTypes.ToFloat(DType, _elements.AsSpan(i * size, size));
        }

        return values;
    }

    private static IdxFile Read(Stream stream, string path, long? fileLength)
    {
        Span<byte> start = stackalloc byte[4];
        int got = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        if (got < 4)
        {
            throw new DataFileException(path, $"expected at least 4 bytes, actual {got}");
        }

        if (start[0] != 0 || start[1] != 0 || !TryType(start[2], out DType dtype) || start[3] == 0)
        {
            throw new DataFileException(
                path,
                $"expected an IDX file (0, 0, a type of 08, 09, 0b, 0c, 0d or 0e, and 1 dimension or more), actual first bytes {Convert.ToHexStringLower(start)}");
        }

        byte[] sizes = new byte[start[3] * 4];
        got = stream.ReadAtLeast(sizes, sizes.Length, throwOnEndOfStream: false);
        if (got < sizes.Length)
        {
            throw new DataFileException(path, $"expected {sizes.Length} bytes with the sizes of {start[3]} dimensions, actual {got}");
        }

        (int[] shape, int bytes) = Sizes(sizes, dtype, path);
        long? actual = fileLength - 4 - sizes.Length;
        if (actual is { } length && length != bytes)
        {
            throw WrongLength(path, shape, dtype, bytes, FormattableString.Invariant($"{length}"));
        }

        byte[] elements = ReadElements(stream, path, shape, dtype, bytes, actual is null ? FirstPiece : bytes);
        Reverse(elements, DTypes.Size(dtype));
        return new IdxFile(path, dtype, shape, elements);
    }

    /// <summary>Checks the last four bytes, which repeat the length of the unpacked data (RFC 1952, section 2.3.1, ISIZE): the
    /// stream itself does not notice when the end is cut off behind the last element.</summary>
    private static void CheckEnd(FileStream file, string path, long expected)
    {
        Span<byte> end = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(end);
        uint actual = BinaryPrimitives.ReadUInt32LittleEndian(end);
        if (actual != (uint)expected)
        {
            throw new DataFileException(path, $"expected the gzip data, in one part, to end with their unpacked length {expected}, actual {actual}");
        }
    }

    private static (int[] Shape, int Bytes) Sizes(ReadOnlySpan<byte> sizes, DType dtype, string path)
    {
        int[] shape = new int[sizes.Length / 4];
        UInt128 bytes = (UInt128)DTypes.Size(dtype);
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(sizes[(i * 4)..]);
            if (shape[i] < 0)
            {
                throw new DataFileException(path, $"dimension {i + 1}: expected a size of at most {int.MaxValue}, actual {(uint)shape[i]}");
            }

            bytes = UInt128.Min(bytes * (uint)shape[i], (UInt128)1 << 64);
        }

        return bytes <= (UInt128)Array.MaxLength
            ? (shape, (int)bytes)
            : throw new DataFileException(path, $"expected at most {Array.MaxLength} bytes of elements, but the shape is {ShapeText.Of(shape)} of {DTypes.Name(dtype)}");
    }

    /// <summary>Reads the elements and makes sure that nothing follows; memory grows with what is really there.</summary>
    private static byte[] ReadElements(Stream stream, string path, int[] shape, DType dtype, int bytes, int firstPiece)
    {
        byte[] elements = new byte[int.Min(bytes, firstPiece)];
        int filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(elements.AsSpan(filled), elements.Length - filled, throwOnEndOfStream: false);
            if (filled < elements.Length)
            {
                throw WrongLength(path, shape, dtype, bytes, FormattableString.Invariant($"{filled}"));
            }

            if (filled == bytes)
            {
                break;
            }

            Array.Resize(ref elements, (int)long.Min(bytes, 2L * elements.Length));
        }

        Span<byte> more = stackalloc byte[1];
        return stream.Read(more) == 0 ? elements : throw WrongLength(path, shape, dtype, bytes, "more");
    }

    private static DataFileException WrongLength(string path, int[] shape, DType dtype, int bytes, string actual) =>
        new(path, $"shape {ShapeText.Of(shape)} of {DTypes.Name(dtype)} needs {bytes} bytes of elements, actual {actual}");

    private static bool TryType(byte code, out DType dtype)
    {
        (dtype, bool known) = code switch
        {
            0x08 => (DType.U8, true),
            0x09 => (DType.I8, true),
            0x0b => (DType.I16, true),
            0x0c => (DType.I32, true),
            0x0d => (DType.F32, true),
            0x0e => (DType.F64, true),
            _ => (default, false),
        };
        return known;
    }

    /// <summary>Turns each element round, so that it is little-endian like <see cref="DTypes"/> reads it.</summary>
    private static void Reverse(Span<byte> elements, int size)
    {
        for (int i = 0; size > 1 && i < elements.Length; i += size)
        {
            elements.Slice(i, size).Reverse();
        }
    }
}
