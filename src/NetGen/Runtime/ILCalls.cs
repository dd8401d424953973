using System.Buffers.Binary;

namespace NetGen.Runtime;

/// <summary>The calls of a method's IL (ECMA-335, partition III).</summary>
internal static class ILCalls
{
    private const byte Call = 0x28;
    private const byte Switch = 0x45;
    private const byte TwoBytes = 0xFE;

    /// <summary>A token's table in its upper byte: a method of the same assembly.</summary>
    private const int MethodOfAssembly = 0x06;

    /// <summary>The methods of the same assembly that are called, as tokens in their order.</summary>
    public static List<int> Of(ReadOnlySpan<byte> body)
    {
        List<int> calls = [];
        for (int at = 0; at < body.Length;)
        {
            byte code = body[at++];
            if (code == Call && BinaryPrimitives.ReadInt32LittleEndian(body[at..]) is var token && token >>> 24 == MethodOfAssembly)
            {
                calls.Add(token);
            }

            at += code switch
            {
                Switch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(body[at..])),
                TwoBytes => 1 + LengthOfTwo(body[at]),
                _ => Length(code),
            };
        }

        return calls;
    }

    /// <summary>Bytes of the operand of an instruction of one byte.</summary>
    private static int Length(byte code) => code switch
    {
        >= 0x0E and <= 0x13 or 0x1F or >= 0x2B and <= 0x37 or 0xDE => 1,
        0x20 or 0x22 or >= 0x27 and <= 0x29 or >= 0x38 and <= 0x44 or >= 0x6F and <= 0x75 or 0x79 or >= 0x7B and <= 0x81
            or 0x8C or 0x8D or 0x8F or >= 0xA3 and <= 0xA5 or 0xC2 or 0xC6 or 0xD0 or 0xDD => 4,
        0x21 or 0x23 => 8,
        _ => 0,
    };

    /// <summary>The same of an instruction of two bytes, by the second.</summary>
    private static int LengthOfTwo(byte code) => code switch
    {
        0x12 or 0x19 => 1,
        >= 0x09 and <= 0x0E => 2,
        0x06 or 0x07 or 0x15 or 0x16 or 0x1C => 4,
        _ => 0,
    };
}
