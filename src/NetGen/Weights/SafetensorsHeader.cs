using System.Buffers;
using System.Text.Json;

namespace NetGen;

/// <summary>The JSON header of a safetensors file.</summary>
internal sealed class SafetensorsHeader
{
    private const string MetadataName = "__metadata__";

    private SafetensorsHeader(Dictionary<string, string> metadata, List<SafetensorsEntry> entries)
    {
        Metadata = metadata;
        Entries = entries;
    }

    /// <summary>The texts under <c>__metadata__</c>.</summary>
    public Dictionary<string, string> Metadata { get; }

    /// <summary>The tensors in the order of their data.</summary>
    public List<SafetensorsEntry> Entries { get; }

    /// <summary>Reads a header; the offsets are yet to be checked against the file.</summary>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, string path)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        List<SafetensorsEntry> entries = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        try
        {
            Utf8JsonReader reader = new(json);
            reader.Read();
            Require(reader.TokenType == JsonTokenType.StartObject, path, $"expected the header to be a JSON object, actual {reader.TokenType}");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                Require(names.Add(name), path, $"expected each name once, but \"{name}\" occurs again");
                if (name == MetadataName)
                {
                    ReadMetadata(ref reader, metadata, path);
                }
                else
                {
                    entries.Add(SafetensorsEntryReader.Read(ref reader, name, path));
                }
            }

            // Reads on to the end, so that anything but white space after the object is an error.
            reader.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new WeightFileException(path, $"the header is no valid JSON: {e.Message}", e);
        }

        entries.Sort(static (a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        return new SafetensorsHeader(metadata, entries);
    }

    /// <summary>Checks that the tensors cover the data without holes or overlaps, each with as many bytes as its shape needs.</summary>
    /// <param name="dataLength">The bytes after the header.</param>
    /// <param name="path">The file, for messages.</param>
    public void CheckOffsets(long dataLength, string path)
    {
        long end = 0;
        string before = "the header";
        foreach (SafetensorsEntry entry in Entries)
        {
            Require(entry.End <= dataLength, path, $"tensor \"{entry.Name}\": data_offsets [{entry.Begin}, {entry.End}] leave the file, which has {dataLength} bytes of data");
            Require(entry.Begin >= end, path, $"tensor \"{entry.Name}\": data_offsets [{entry.Begin}, {entry.End}] overlap those of {before}, which end at {end}");
            Require(entry.Begin <= end, path, $"tensor \"{entry.Name}\": data_offsets [{entry.Begin}, {entry.End}] leave a hole after {before}, which ends at {end}");
            end = entry.End;
            before = $"\"{entry.Name}\"";
        }

        Require(end == dataLength, path, $"expected {end} bytes of data, actual {dataLength}");
    }

    /// <summary>Writes a header for tensors in this order, padded with spaces so that the data begin at a multiple of 8.</summary>
    public static byte[] Format(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(MetadataName);
                foreach ((string key, string value) in metadata.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            long offset = 0;
            foreach (SafetensorsTensor tensor in tensors)
            {
                if (tensor.Name == MetadataName || !names.Add(tensor.Name))
                {
                    throw new ArgumentException($"expected each tensor name once and none \"{MetadataName}\", actual \"{tensor.Name}\"", nameof(tensors));
                }

                WriteEntry(json, tensor, offset);
                offset += tensor.Bytes.Length;
            }

            json.WriteEndObject();
        }

        int length = (buffer.WrittenCount + 7) / 8 * 8;
        byte[] header = new byte[length];
        buffer.WrittenSpan.CopyTo(header);
        header.AsSpan(buffer.WrittenCount).Fill((byte)' ');
        return header;
    }

    private static void WriteEntry(Utf8JsonWriter json, SafetensorsTensor tensor, long offset)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", DTypes.Name(tensor.DType));
        json.WriteStartArray("shape");
        foreach (int size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset + tensor.Bytes.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, Dictionary<string, string> metadata, string path)
    {
        reader.Read();
        Require(reader.TokenType == JsonTokenType.StartObject, path, $"expected {MetadataName} to be an object of texts, actual {reader.TokenType}");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            Require(reader.TokenType == JsonTokenType.String, path, $"{MetadataName} \"{key}\": expected a text, actual {reader.TokenType}");
            Require(metadata.TryAdd(key, reader.GetString()!), path, $"{MetadataName} \"{key}\": expected each key once");
        }
    }

    private static void Require(bool holds, string path, FormattableString problem)
    {
        if (!holds)
        {
            throw new WeightFileException(path, FormattableString.Invariant(problem));
        }
    }
}
