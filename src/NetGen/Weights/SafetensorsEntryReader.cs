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
        long[]? shape = null;
        long[]? offsets = null;
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

    private static SafetensorsEntry Check(string path, string name, string? dtypeName, long[]? shape, long[]? offsets)
    {
        if (dtypeName is null || shape is null || offsets is null)
        {
            throw Wrong(path, name, $"expected dtype, shape and data_offsets, but {(dtypeName is null ? "dtype" : shape is null ? "shape" : "data_offsets")} is missing");
        }

        if (!DTypes.TryParse(dtypeName, out DType dtype))
        {
            throw Wrong(path, name, $"expected dtype to be one of {DTypes.Known}, actual \"{dtypeName}\"");
        }

        if (offsets.Length != 2 || offsets[0] > offsets[1])
        {
            throw Wrong(path, name, $"expected data_offsets to be [begin, end] with begin <= end, actual [{string.Join(", ", offsets)}]");
        }

        // Products are capped, so that no number of dimensions overflows; a size of 0 still makes the product 0.
        ulong bytes = (ulong)DTypes.Size(dtype);
        int[] sizes = new int[shape.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            long size = shape[i];
            if (size > int.MaxValue)
            {
                throw Wrong(path, name, $"expected sizes of at most {int.MaxValue}, actual {size}");
            }

            bytes = size > 0 && bytes > ulong.MaxValue / (ulong)size ? ulong.MaxValue : bytes * (ulong)size;
            sizes[i] = (int)size;
        }

        if (bytes != (ulong)(offsets[1] - offsets[0]))
        {
            string needed = bytes < ulong.MaxValue ? FormattableString.Invariant($"{bytes}") : "2^64 or more";
            string range = FormattableString.Invariant($"[{offsets[0]}, {offsets[1]}] hold {offsets[1] - offsets[0]}");
            throw Wrong(path, name, $"shape {ShapeText.Of(sizes)} of {dtypeName} needs {needed} bytes, but data_offsets {range}");
        }

        return bytes <= (ulong)Array.MaxLength
            ? new SafetensorsEntry(name, dtype, sizes, offsets[0], offsets[1])
            : throw Wrong(path, name, $"expected at most {Array.MaxLength} bytes in one tensor, actual {bytes}");
    }

    private static long[] ReadNumbers(ref Utf8JsonReader reader, string name, string key, string path)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(path, name, $"expected {key} to be an array, actual {reader.TokenType}");
        }

        long[] numbers = new long[4];
        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            long number = 0;
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out number) || number < 0)
            {
                throw Wrong(path, name, $"expected {key} to hold whole numbers from 0 to {long.MaxValue}, actual {Start(reader.ValueSpan)}");
            }

            if (count == numbers.Length)
            {
                numbers = Copy(numbers, count, 2 * count);
            }

            numbers[count++] = number;
        }

        return Copy(numbers, count, count);
    }

    private static long[] Copy(long[] numbers, int count, int room)
    {
        long[] copy = new long[room];
        Array.Copy(numbers, copy, count);
        return copy;
    }

    /// <summary>As much of a value as a message needs.</summary>
    private static string Start(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..int.Min(value.Length, 40)]);

    private static WeightFileException Wrong(string path, string name, FormattableString problem) =>
        new(path, $"tensor \"{name}\": {FormattableString.Invariant(problem)}");
}
