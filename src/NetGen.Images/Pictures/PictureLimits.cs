namespace NetGen.Images;

/// <summary>What a picture's file may be at most. Sizes are read from the header and checked before anything is decoded.</summary>
public sealed record PictureLimits
{
    /// <summary>The most that <see cref="MostPixels"/> may be: decoding takes up to 8 bytes a pixel in one piece.</summary>
    public const int PixelBound = 250_000_000;

    /// <summary>The most that <see cref="MostBytes"/> may be, 1 GiB: a file is read into one array.</summary>
    public const int ByteBound = 1 << 30;

    /// <summary>100 million pixels, 256 MiB a file.</summary>
    public static PictureLimits Default { get; } = new();

    /// <summary>The most pixels, width × height: 100 million unless set, up to <see cref="PixelBound"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public int MostPixels
    {
        get;
        init => field = Check.InRange(value, 1, PixelBound, nameof(MostPixels));
    }
    = 100_000_000;

    /// <summary>The most bytes of a file: 256 MiB unless set, up to <see cref="ByteBound"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public int MostBytes
    {
        get;
        init => field = Check.InRange(value, 1, ByteBound, nameof(MostBytes));
    }
    = 1 << 28;
}
