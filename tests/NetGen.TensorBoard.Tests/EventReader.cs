using System.Buffers.Binary;
using System.Text;
using Shouldly;

namespace NetGen.TensorBoard.Tests;

/// <summary>Reads event files with nothing of the code under test: frames, check sums by a table, fields by hand.</summary>
internal static class EventReader
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>CRC-32C, a byte at a time.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in data)
        {
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return crc ^ 0xFFFFFFFF;
    }

    /// <summary>The data of a file's records; the file may still be open for writing.</summary>
    public static List<byte[]> Records(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Records(bytes);
    }

    /// <summary>The data of records.</summary>
    public static List<byte[]> Records(byte[] bytes)
    {
        List<byte[]> records = [];
        ReadOnlySpan<byte> rest = bytes;
        while (!rest.IsEmpty)
        {
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(rest));
            BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]).ShouldBe(Masked(rest[..8]));
            ReadOnlySpan<byte> data = rest.Slice(12, length);
            BinaryPrimitives.ReadUInt32LittleEndian(rest[(12 + length)..]).ShouldBe(Masked(data));
            records.Add(data.ToArray());
            rest = rest[(16 + length)..];
        }

        return records;
    }

    /// <summary>A file's events after the first, which has to be the version.</summary>
    public static List<ReadEvent> Events(string path)
    {
        List<byte[]> records = Records(path);
        Encoding.UTF8.GetString(Fields(records[0])[3].Single()).ShouldBe("brain.Event:2");
        return [.. records.Skip(1).Select(Event)];
    }

    /// <summary>The contents of a message's fields: those of fixed or given length as they are, whole numbers as eight bytes.</summary>
    public static ILookup<int, byte[]> Fields(byte[] message)
    {
        List<(int Field, byte[] Content)> fields = [];
        int at = 0;
        while (at < message.Length)
        {
            ulong key = Varint(message, ref at);
            byte[] content;
            switch (key & 7)
            {
                case 0:
                    content = BitConverter.GetBytes(Varint(message, ref at));
                    break;
                case 1:
                    content = message[at..(at += 8)];
                    break;
                case 2:
                    int length = checked((int)Varint(message, ref at));
                    content = message[at..(at += length)];
                    break;
                case 5:
                    content = message[at..(at += 4)];
                    break;
                default:
                    throw new InvalidDataException($"wire type {key & 7}");
            }

            fields.Add(((int)(key >> 3), content));
        }

        return fields.ToLookup(f => f.Field, f => f.Content);
    }

    /// <summary>The numbers of a packed field of doubles.</summary>
    public static double[] Doubles(byte[] content) => [.. content.Chunk(8).Select(c => BitConverter.ToDouble(c))];

    private static ReadEvent Event(byte[] record)
    {
        ILookup<int, byte[]> fields = Fields(record);
        ILookup<int, byte[]> value = Fields(Fields(fields[5].Single())[1].Single());
        return new ReadEvent(
            BitConverter.ToDouble(fields[1].Single()), BitConverter.ToInt64(fields[2].Single()), Encoding.UTF8.GetString(value[1].Single()), value);
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    private static uint Masked(ReadOnlySpan<byte> data)
    {
        uint crc = Crc32C(data);
        return unchecked(((crc >> 15) | (crc << 17)) + 0xa282ead8);
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78);
            }

            table[i] = crc;
        }

        return table;
    }
}
