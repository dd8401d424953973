namespace Cifar;

/// <summary>A colour picture, white at first.</summary>
internal sealed class RgbImage
{
    private readonly byte[] _bytes;

    public RgbImage(int width, int height)
    {
        (Width, Height) = (width, height);
        _bytes = new byte[width * height * 3];
        _bytes.AsSpan().Fill(byte.MaxValue);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>A row as red, green, blue of each pixel.</summary>
    public ReadOnlySpan<byte> Row(int y) => _bytes.AsSpan(y * Width * 3, Width * 3);

    public void Set(int x, int y, byte red, byte green, byte blue)
    {
        Span<byte> pixel = _bytes.AsSpan(((y * Width) + x) * 3, 3);
        pixel[0] = red;
        pixel[1] = green;
        pixel[2] = blue;
    }
}
