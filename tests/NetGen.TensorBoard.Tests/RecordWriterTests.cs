using Shouldly;

namespace NetGen.TensorBoard.Tests;

public sealed class RecordWriterTests
{
    /// <summary>The known value of the nine digits, and sizes around the eight bytes that are taken at once.</summary>
    [Fact]
    public void Crc32C_IsThatOfTheTable()
    {
        EventReader.Crc32C("123456789"u8).ShouldBe(0xE3069283);
        MaskedCrc32C.Crc32C("123456789"u8).ShouldBe(0xE3069283);
        byte[] bytes = [.. Enumerable.Range(0, 40).Select(i => (byte)(i * 37))];
        for (int length = 0; length <= bytes.Length; length++)
        {
            MaskedCrc32C.Crc32C(bytes.AsSpan(0, length)).ShouldBe(EventReader.Crc32C(bytes.AsSpan(0, length)), $"{length} bytes");
        }
    }

    [Fact]
    public void Records_AreOneWriteEach_AndComeBack()
    {
        using CountingStream stream = new();
        RecordWriter writer = new(stream, "a file");
        byte[][] records = [[], [1], [.. Enumerable.Repeat((byte)7, 300)]];
        foreach (byte[] record in records)
        {
            writer.Write(record);
        }

        stream.Writes.ShouldBe(3);
        EventReader.Records(stream.ToArray()).ShouldBe(records);
    }

    [Fact]
    public void AFullDisk_TakesNoHalfRecord()
    {
        using CountingStream stream = new();
        RecordWriter writer = new(stream, "/runs/events");
        writer.Write([1, 2, 3]);
        stream.Room = 10;

        Should.Throw<IOException>(() => writer.Write([4, 5, 6])).Message.ShouldBe("Cannot write \"/runs/events\": the disk is full");

        EventReader.Records(stream.ToArray()).ShouldBe([[1, 2, 3]]);
        stream.Room = long.MaxValue;
        writer.Write([7]);
        EventReader.Records(stream.ToArray()).ShouldBe([[1, 2, 3], [7]]);
    }

    [Fact]
    public void AHalfRecordThatStays_IsTheLast()
    {
        using CountingStream stream = new() { Room = 10, Shrinks = false };
        RecordWriter writer = new(stream, "/runs/events");
        Should.Throw<IOException>(() => writer.Write([4, 5, 6])).Message.ShouldContain("the disk is full");
        stream.Room = long.MaxValue;

        Should.Throw<IOException>(() => writer.Write([7])).Message.ShouldBe(
            "Cannot write \"/runs/events\": it ends in half a record, which an earlier error left.");
    }

    /// <summary>Memory that counts writes and has room for so many bytes more.</summary>
    private sealed class CountingStream : MemoryStream
    {
        public int Writes { get; private set; }

        public long Room { get; set; } = long.MaxValue;

        public bool Shrinks { get; init; } = true;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            if (buffer.Length > Room)
            {
                base.Write(buffer.ToArray(), 0, (int)Room);
                throw new IOException("the disk is full");
            }

            base.Write(buffer.ToArray(), 0, buffer.Length);
        }

        public override void SetLength(long value)
        {
            if (!Shrinks)
            {
                throw new IOException("not now");
            }

            base.SetLength(value);
        }
    }
}
