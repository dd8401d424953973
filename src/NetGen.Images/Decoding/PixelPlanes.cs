using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace NetGen.Images;

/// <summary>Puts pixels into planes, as they are to be seen.</summary>
internal static class PixelPlanes
{
    public static Picture Of(Image<Rgba32> image, Orientation seen, int channels)
    {
        Rgba32[] stored = new Rgba32[image.Width * image.Height];
        image.CopyPixelDataTo(stored);
        byte[] bytes = new byte[PictureShape.Size(channels, seen.Height, seen.Width, nameof(image))];
        int plane = seen.Width * seen.Height;
        int to = 0;
        for (int y = 0; y < seen.Height; y++)
        {
            int from = seen.Origin + (y * seen.StepY);
            for (int x = 0; x < seen.Width; x++, from += seen.StepX, to++)
            {
                Rgba32 pixel = stored[from];
                byte red = OverWhite(pixel.R, pixel.A);
                byte green = OverWhite(pixel.G, pixel.A);
                byte blue = OverWhite(pixel.B, pixel.A);
                if (channels == 1)
                {
                    bytes[to] = Luma.Of(red, green, blue);
                    continue;
                }

                bytes[to] = red;
                bytes[to + plane] = green;
                bytes[to + (2 * plane)] = blue;
            }
        }

        return new Picture(channels, seen.Height, seen.Width, bytes);
    }

    /// <summary>White shows through by what is transparent, rounded to the nearest.</summary>
    private static byte OverWhite(byte value, byte alpha) => alpha == byte.MaxValue ? value : (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);
}
