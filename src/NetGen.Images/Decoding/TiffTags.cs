using System.Buffers.Binary;

namespace NetGen.Images;

/// <summary>The whole numbers among the tags of a TIFF file's first directory. What lies outside of the file is not there: decoding tells what is wrong then.</summary>
internal readonly ref struct TiffTags
{
    private const int BigVersion = 43;

    /// <summary>The bytes of a value of each type, by the type's number; 0 for numbers that are none.</summary>
    private static readonly int[] s_sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _bigEndian;
    private readonly bool _big;

    public TiffTags(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _bigEndian = bytes is [(byte)'M', ..];
        _big = Read(2, 2) == BigVersion;
    }

    public int FileLength => _bytes.Length;

    // A BigTIFF file has 8 bytes for each count and offset.
    private int Word => _big ? 8 : 4;

    private int CountSize => _big ? 8 : 2;

    private int EntrySize => 4 + (2 * Word);

    private ulong Directory => Read((ulong)Word, Word);

    private ulong EntryCount => Read(Directory, CountSize);

    /// <summary>The first byte behind the directory and the values that its tags have elsewhere: no file of these tags is shorter.</summary>
    public UInt128 End
    {
        get
        {
            UInt128 end = (UInt128)Directory + (UInt128)CountSize + ((UInt128)EntryCount * (UInt128)EntrySize) + (UInt128)Word;
            for (ulong i = 0; i < EntryCount && IsInside(EntryAt(i)); i++)
            {
                UInt128 length = (UInt128)Read(EntryAt(i) + 4, Word) * (UInt128)SizeOf(EntryAt(i));
                end = length <= (UInt128)Word ? end : UInt128.Max(end, (UInt128)Read(EntryAt(i) + 4 + (ulong)Word, Word) + length);
            }

            return end;
        }
    }

    /// <summary>Where the numbers of a tag lie; none where it is absent.</summary>
    public Numbers Find(int tag)
    {
        if (Entry(tag) is not { } entry)
        {
            return default;
        }

        int size = SizeOf(entry);
        int count = (int)ulong.Min(Read(entry + 4, Word), (ulong)_bytes.Length);

        // Few numbers stand in the entry itself.
        ulong place = entry + 4 + (ulong)Word;
        return new Numbers((long)count * size <= Word ? place : Read(place, Word), size, count);
    }

    /// <summary>One of the numbers.</summary>
    public ulong Value(Numbers numbers, int index) => Read(numbers.Place + ((ulong)index * (ulong)numbers.Size), numbers.Size);

    private ulong? Entry(int tag)
    {
        for (ulong i = 0; i < EntryCount && IsInside(EntryAt(i)); i++)
        {
            if (Read(EntryAt(i), 2) == (ulong)tag)
            {
                return EntryAt(i);
            }
        }

        return null;
    }

    private ulong EntryAt(ulong index) => Directory + (ulong)CountSize + (index * (ulong)EntrySize);

    private bool IsInside(ulong entry) => entry >= Directory && entry + (ulong)EntrySize <= (ulong)_bytes.Length;

    private int SizeOf(ulong entry)
    {
        ulong type = Read(entry + 2, 2);
        return type < (ulong)s_sizes.Length ? s_sizes[type] : 0;
    }

    /// <summary>A number of 0, 2, 4 or 8 bytes; 0 where the file has no such place.</summary>
    private ulong Read(ulong at, int size)
    {
        if (at > (ulong)_bytes.Length || (ulong)size > (ulong)_bytes.Length - at)
        {
            return 0;
        }

        ReadOnlySpan<byte> value = _bytes.Slice((int)at, size);
        return size switch
        {
            2 => _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(value) : BinaryPrimitives.ReadUInt16LittleEndian(value),
            4 => _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(value) : BinaryPrimitives.ReadUInt32LittleEndian(value),
            8 => _bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(value) : BinaryPrimitives.ReadUInt64LittleEndian(value),
            _ => 0,
        };
    }

    /// <summary>Numbers one after the other.</summary>
    public readonly record struct Numbers(ulong Place, int Size, int Count);
}
