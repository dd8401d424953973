using System.Buffers.Binary;
using System.Text;

namespace NetGen.Fuzz;

/// <summary>Changes of a safetensors file's header that keep its length right, so that they reach behind the first check.</summary>
internal static class HeaderDamage
{
    private static readonly string[] s_pieces =
    [
        "0", "-1", "1.5", "1e9", "2147483648", "9223372036854775807", "9223372036854775808", "99999999999999999999", "NaN", "Infinity", "null", "true", "[]", "{}",
        "\"F16\"", "\"F64\"", "\"I64\"", "\"BOOL\"", "\"f32\"", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"ä\u202e𝄞\"", "[2147483647,2147483647,2147483647]", "[0,0]", "[8,0]", ",", ":", "}", "]", " ",
        "\"__metadata__\":{\"a\":\"b\"},", "\"__metadata__\":{\"a\":1},", "\"x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},", "\"x\":", "/*c*/",
    ];

    /// <summary>A copy with the header changed in one to three places.</summary>
    public static byte[] Of(byte[] file, ref RandomSource random)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        string header = Encoding.UTF8.GetString(file, 8, length);
        for (int change = random.Next(3); change >= 0; change--)
        {
            header = Change(header, ref random);
        }

        return Join(header, file.AsSpan(8 + length));
    }

    /// <summary>A copy that says the same in other words: white space, a metadata entry, an unknown key, or an empty tensor that nobody asks for.</summary>
    public static byte[] Harmless(byte[] file, ref RandomSource random)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        string header = Encoding.UTF8.GetString(file, 8, length);
        header = random.Next(3) switch
        {
            0 => header.Replace(":", " :\n\t", StringComparison.Ordinal),
            1 => header.Replace("\"dtype\"", "\"more\":{\"x\":[1,null]},\"dtype\"", StringComparison.Ordinal),
            _ => header.Replace("\"shape\"", "\"sh\\u0061pe\"", StringComparison.Ordinal),
        };
        return Join(header, file.AsSpan(8 + length));
    }

    private static byte[] Join(string header, ReadOnlySpan<byte> data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, json.Length);
        return [.. prefix, .. json, .. data];
    }

    private static string Change(string header, ref RandomSource random)
    {
        string piece = s_pieces[random.Next(s_pieces.Length)];
        int at = random.Next(header.Length + 1);
        switch (random.Next(6))
        {
            case 0:
                return header.Insert(at, piece);
            case 1:
                // The text between two separators: a number, a name, a type.
                int start = header.LastIndexOfAny([',', ':', '[', '{'], Math.Max(0, at - 1)) + 1;
                int end = header.IndexOfAny([',', ':', ']', '}'], start);
                return end < 0 ? piece : header[..start] + piece + header[end..];
            case 2:
                return string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"a\":", 1 + random.Next(20_000))) + header;
            case 3:
                return header.Insert(1 <= header.Length ? 1 : 0, string.Concat(Enumerable.Range(0, random.Next(3_000)).Select(i => $"\"t{i}\":{{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}},")));
            case 4:
                int again = random.Next(header.Length + 1);
                return header[..Math.Max(at, again)] + header[Math.Min(at, again)..];
            default:
                return header.Remove(Math.Min(at, again = random.Next(header.Length + 1)), Math.Abs(at - again));
        }
    }
}
