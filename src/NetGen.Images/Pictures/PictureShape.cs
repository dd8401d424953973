namespace NetGen.Images;

/// <summary>Checks the sizes of pictures.</summary>
internal static class PictureShape
{
    /// <summary>Reads channels, height, width.</summary>
    /// <returns>The bytes of such a picture.</returns>
    /// <exception cref="ArgumentException">These are no sizes of a picture.</exception>
    public static int Check(IReadOnlyList<int> shape, string name)
    {
        ArgumentNullException.ThrowIfNull(shape, name);
        if (shape is not [1 or 3, >= 1, >= 1])
        {
            throw new ArgumentException($"expected channels (1 or 3), height, width, each at least 1, actual {ShapeText.Of(shape)}", name);
        }

        return Size(shape[0], shape[1], shape[2], name);
    }

    /// <summary>The bytes of a picture.</summary>
    /// <exception cref="ArgumentException">They are more than an array holds.</exception>
    public static int Size(long channels, long height, long width, string name)
    {
        UInt128 size = (UInt128)channels * (UInt128)height * (UInt128)width;
        return size <= (UInt128)Array.MaxLength
            ? (int)size
            : throw new ArgumentException(
                FormattableString.Invariant($"expected at most {Array.MaxLength} bytes, actual {size} of ({channels}, {height}, {width})"), name);
    }

    /// <summary>Refuses a number of channels that no picture has.</summary>
    public static int CheckChannels(int channels, string name) => channels is 1 or 3
        ? channels
        : throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"expected 1 (grey) or 3 (RGB) channels, actual {channels}"));
}
