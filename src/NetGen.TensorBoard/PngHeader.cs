using System.Buffers.Binary;

namespace NetGen.TensorBoard;

/// <summary>Refuses bytes that are no PNG file of the size that is said.</summary>
internal static class PngHeader
{
    /// <summary>The signature, and the first chunk with its check sum (PNG specification, sections 5.2 and 11.2.2).</summary>
    private const int Size = 8 + 8 + 13 + 4;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Compares the header with the sizes.</summary>
    /// <exception cref="ArgumentException">They are no PNG file's first bytes, or have other sizes.</exception>
    public static void Check(ReadOnlySpan<byte> png, int width, int height, string name)
    {
        if (png.Length < Size || !png.StartsWith(Signature) || !png[12..16].SequenceEqual("IHDR"u8))
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a PNG file, actual {png.Length} bytes that do not begin as one"), name);
        }

        uint actualWidth = BinaryPrimitives.ReadUInt32BigEndian(png[16..]);
        uint actualHeight = BinaryPrimitives.ReadUInt32BigEndian(png[20..]);
        if (actualWidth != width || actualHeight != height)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a PNG file of {width}×{height} pixels, actual {actualWidth}×{actualHeight}"), name);
        }
    }
}
