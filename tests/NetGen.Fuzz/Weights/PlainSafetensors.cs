using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace NetGen.Fuzz;

/// <summary>Looks a parameter up in a safetensors file, without any check but those a lookup makes.</summary>
internal static class PlainSafetensors
{
    /// <summary>Whether the file says that a parameter has these values, bit by bit.</summary>
    public static bool Says(byte[] file, string name, Parameter parameter)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, length));
        JsonElement entry = header.RootElement.GetProperty(name);
        int[] offsets = [.. entry.GetProperty("data_offsets").EnumerateArray().Select(e => e.GetInt32())];
        return entry.GetProperty("dtype").GetString() == "F32"
            && entry.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32()).SequenceEqual(parameter.Shape)
            && file.AsSpan(8 + length)[offsets[0]..offsets[1]].SequenceEqual(MemoryMarshal.AsBytes(parameter.Values));
    }
}
