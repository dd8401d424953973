using System.Buffers.Binary;
using System.Collections.ObjectModel;

namespace NetGen;

/// <summary>A file of named tensors in the safetensors format.</summary>
/// <remarks>The layout (https://github.com/huggingface/safetensors, "Format"): 8 bytes with the header's length N,
/// little-endian; N bytes of JSON, <c>{"name": {"dtype", "shape", "data_offsets": [begin, end]}, …, "__metadata__": {…}}</c>;
/// then the tensors' bytes, without holes. Everything is checked before memory for it is taken.</remarks>
public sealed class SafetensorsFile
{
    private SafetensorsFile(IReadOnlyDictionary<string, string> metadata, IReadOnlyDictionary<string, SafetensorsTensor> tensors)
    {
        Metadata = metadata;
        Tensors = tensors;
    }

    /// <summary>The texts under <c>__metadata__</c>; none where it is absent.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, SafetensorsTensor> Tensors { get; }

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its metadata and tensors.</returns>
    /// <exception cref="WeightFileException">The file is damaged; the message says what is wrong.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public static SafetensorsFile Read(string path)
    {
        using SafetensorsReader reader = SafetensorsReader.Open(path);

        // In the order of the data, so that the file is read from front to end.
        Dictionary<string, SafetensorsTensor> tensors = new(reader.Header.Entries.Count, StringComparer.Ordinal);
        foreach (SafetensorsEntry entry in reader.Header.Entries)
        {
            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)(entry.End - entry.Begin));
            reader.Read(entry, bytes);
            tensors.Add(entry.Name, new SafetensorsTensor(entry.Name, entry.DType, entry.Shape, bytes));
        }

        return new SafetensorsFile(new ReadOnlyDictionary<string, string>(reader.Header.Metadata), new ReadOnlyDictionary<string, SafetensorsTensor>(tensors));
    }

    /// <summary>Writes a file: beside it first, flushed to the disk, then renamed, so that no reader sees a part of it.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="tensors">The tensors; those of wider elements come first, so that all are aligned, otherwise in this order.</param>
    /// <param name="metadata">Texts for <c>__metadata__</c>.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or one is named <c>__metadata__</c>.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one, where there was one, is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    public static void Write(string path, IEnumerable<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        SafetensorsTensor[] ordered = [.. tensors.OrderByDescending(t => DTypes.Size(t.DType))];
        byte[] header = SafetensorsHeader.Format(ordered, metadata);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(length);
            stream.Write(header);
            foreach (SafetensorsTensor tensor in ordered)
            {
                stream.Write(tensor.Bytes.Span);
            }
        });
    }
}
