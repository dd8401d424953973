using System.Buffers.Binary;

namespace NetGen.TensorBoard;

/// <summary>Writes TensorFlow's record files: each record has its length, that length's check sum, the data and their check sum.</summary>
internal sealed class RecordWriter : IDisposable
{
    private const int HeaderSize = sizeof(ulong) + sizeof(uint);

    private readonly Stream _stream;
    private readonly string _path;
    private bool _broken;

    /// <summary>Writes to a stream that keeps nothing back, so that one write is one write of the system's.</summary>
    /// <param name="stream">Where to; disposed with this.</param>
    /// <param name="path">The file's path, for messages.</param>
    public RecordWriter(Stream stream, string path)
    {
        _stream = stream;
        _path = path;
    }

    /// <summary>Writes a record whole, or leaves the file as it was.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Write(ReadOnlySpan<byte> data)
    {
        if (_broken)
        {
            throw new IOException($"Cannot write \"{_path}\": it ends in half a record, which an earlier error left.");
        }

        byte[] record = new byte[HeaderSize + data.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), MaskedCrc32C.Of(record.AsSpan(0, sizeof(ulong))));
        data.CopyTo(record.AsSpan(HeaderSize));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HeaderSize + data.Length), MaskedCrc32C.Of(data));

        long start = _stream.Position;
        try
        {
            _stream.Write(record);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last is what a FileStream makes of a file that is larger than it may be. A full disk takes a part of it, after which no reader would find the next record.
            TakeBack(start);
            throw new IOException($"Cannot write \"{_path}\": {e.Message}", e);
        }
    }

    /// <summary>Has the system bring to the disk what was written.</summary>
    public void Flush()
    {
        if (_stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }
        else
        {
            _stream.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void TakeBack(long start)
    {
        try
        {
            _stream.SetLength(start);
            _stream.Position = start;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The first error is the one to tell; later records are refused.
            _broken = true;
        }
    }
}
