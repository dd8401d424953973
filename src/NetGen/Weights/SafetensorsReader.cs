using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NetGen;

/// <summary>A safetensors file that is open: its header is read and checked, and a tensor's bytes are read straight to where they are to be.</summary>
internal sealed class SafetensorsReader : IDisposable
{
    /// <summary>The longest header, the same limit as the reference implementation's.</summary>
    private const long LongestHeader = 100_000_000;

    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly long _data;

    private SafetensorsReader(SafeFileHandle file, string path)
    {
        _file = file;
        _path = path;
        long fileLength = RandomAccess.GetLength(file);
        if (fileLength < 8)
        {
            throw Wrong($"expected at least 8 bytes for the header's length, actual {fileLength}");
        }

        Span<byte> prefix = stackalloc byte[8];
        ReadExactly(prefix, 0);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerLength > (ulong)(fileLength - 8))
        {
            throw Wrong($"the header is said to be {headerLength} bytes long, but only {fileLength - 8} bytes follow");
        }

        if (headerLength > LongestHeader)
        {
            throw Wrong($"expected a header of at most {LongestHeader} bytes, actual {headerLength}");
        }

        byte[] headerBytes = new byte[(int)headerLength];
        ReadExactly(headerBytes, 8);
        _data = 8 + (long)headerLength;
        Header = SafetensorsHeader.Parse(headerBytes, path);
        Header.CheckOffsets(fileLength - _data, path);
    }

    /// <summary>What the header says; its tensors lie in the file as it says.</summary>
    public SafetensorsHeader Header { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file, to be disposed of.</returns>
    /// <exception cref="WeightFileException">The header is damaged; the message says what is wrong.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public static SafetensorsReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan);
        try
        {
            return new SafetensorsReader(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a tensor's bytes.</summary>
    /// <param name="entry">One of the header's.</param>
    /// <param name="destination">As many bytes as it has.</param>
    /// <exception cref="WeightFileException">The file became shorter since it was opened.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(SafetensorsEntry entry, Span<byte> destination) => ReadExactly(destination, _data + entry.Begin);

    /// <summary>Reads a tensor of type <see cref="DType.F32"/>.</summary>
    /// <param name="entry">One of the header's.</param>
    /// <param name="destination">As many floats as it has.</param>
    /// <exception cref="WeightFileException">The file became shorter since it was opened.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(SafetensorsEntry entry, Span<float> destination)
    {
        Read(entry, MemoryMarshal.AsBytes(destination));
        if (!BitConverter.IsLittleEndian)
        {
            Span<int> bits = MemoryMarshal.Cast<float, int>(destination);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void ReadExactly(Span<byte> destination, long position)
    {
        while (destination.Length > 0)
        {
            int read = RandomAccess.Read(_file, destination, position);
            if (read == 0)
            {
                throw new WeightFileException(_path, "became shorter while it was read");
            }

            destination = destination[read..];
            position += read;
        }
    }

    private WeightFileException Wrong(FormattableString problem) => new(_path, FormattableString.Invariant(problem));
}
