using System.Text;
using System.Text.Json;

namespace NetGen;

/// <summary>Reads what a header says of one tensor: <c>{"dtype": …, "shape": […], "data_offsets": [begin, end]}</c>.</summary>
internal static class SafetensorsEntryReader
{
    /// <summary>Reads the object after the name and checks it in itself.</summary>
    public static SafetensorsEntry Read(ref Utf8JsonReader reader, string name, string path)
    {
        string? dtype = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong(path, name, $"expected an object, actual {reader.TokenType}");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            bool again = (key == "dtype" && dtype is not null) || (key == "shape" && shape is not null) || (key == "data_offsets" && offsets is not null);
            if (again)
            {
                throw Wrong(path, name, $"expected each key once, but \"{key}\" occurs again");
            }

            reader.Read();
            switch (key)
            {
                case "dtype":
                    dtype = reader.TokenType == JsonTokenType.String
                        ? reader.GetString()!
                        : throw Wrong(path, name, $"expected dtype to be a text, actual {reader.TokenType}");
                    break;
                case "shape":
                    shape = ReadNumbers(ref reader, name, key, path);
                    break;
                case "data_offsets":
                    offsets = ReadNumbers(ref reader, name, key, path);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return Check(path, name, dtype, shape, offsets);
    }

    private static SafetensorsEntry Check(string path, string name, string? dtypeName, List<long>? shape, List<long>? offsets)
    {
        if (dtypeName is null || shape is null || offsets is null)
        {
            throw Wrong(path, name, $"expected dtype, shape and data_offsets, but {(dtypeName is null ? "dtype" : shape is null ? "shape" : "data_offsets")} is missing");
        }

        if (!DTypes.TryParse(dtypeName, out DType dtype))
        {
            throw Wrong(path, name, $"expected dtype to be one of {DTypes.Known}, actual \"{dtypeName}\"");
        }

        if (offsets.Count != 2 || offsets[0] > offsets[1])
        {
            throw Wrong(path, name, $"expected data_offsets to be [begin, end] with begin <= end, actual [{string.Join(", ", offsets)}]");
        }

        // Products are capped at 2^64, so that no number of dimensions overflows; a size of 0 still makes the product 0.
        UInt128 bytes = (UInt128)DTypes.Size(dtype);
        foreach (long size in shape)
        {
            if (size > int.MaxValue)
            {
                throw Wrong(path, name, $"expected sizes of at most {int.MaxValue}, actual {size}");
            }

            bytes = UInt128.Min(bytes * (ulong)size, (UInt128)1 << 64);
        }

        int[] sizes = [.. shape.Select(s => (int)s)];
        if (bytes != (UInt128)(offsets[1] - offsets[0]))
        {
            string needed = bytes >> 64 == 0 ? FormattableString.Invariant($"{bytes}") : "2^64 or more";
            string range = FormattableString.Invariant($"[{offsets[0]}, {offsets[1]}] hold {offsets[1] - offsets[0]}");
            throw Wrong(path, name, $"shape {ShapeText.Of(sizes)} of {dtypeName} needs {needed} bytes, but data_offsets {range}");
        }

        return bytes <= (UInt128)Array.MaxLength
            ? new SafetensorsEntry(name, dtype, sizes, offsets[0], offsets[1])
            : throw Wrong(path, name, $"expected at most {Array.MaxLength} bytes in one tensor, actual {bytes}");
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string name, string key, string path)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(path, name, $"expected {key} to be an array, actual {reader.TokenType}");
        }

        List<long> numbers = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            long number = 0;
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out number) || number < 0)
            {
                throw Wrong(path, name, $"expected {key} to hold whole numbers from 0 to {long.MaxValue}, actual {Start(reader.ValueSpan)}");
            }

            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>As much of a value as a message needs.</summary>
    private static string Start(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..int.Min(value.Length, 40)]);

    private static WeightFileException Wrong(string path, string name, FormattableString problem) =>
        new(path, $"tensor \"{name}\": {FormattableString.Invariant(problem)}");
}
