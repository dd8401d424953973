using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace NetGen.Images;

/// <summary>Puts pixels into planes, as they are to be seen.</summary>
internal static class PixelPlanes
{
    public static Picture Of(Image<Rgba32> image, Orientation seen, int channels)
    {
        byte[] bytes = new byte[PictureShape.Size(channels, seen.Height, seen.Width, nameof(image))];
        int plane = seen.Width * seen.Height;
        image.ProcessPixelRows(rows =>
        {
            for (int y = 0; y < rows.Height; y++)
            {
                int to = seen.Origin + (y * seen.StepY);
                foreach (Rgba32 pixel in rows.GetRowSpan(y))
                {
                    byte red = OverWhite(pixel.R, pixel.A);
                    byte green = OverWhite(pixel.G, pixel.A);
                    byte blue = OverWhite(pixel.B, pixel.A);
                    if (channels == 1)
                    {
                        bytes[to] = Luma.Of(red, green, blue);
                    }
                    else
                    {
                        bytes[to] = red;
                        bytes[to + plane] = green;
                        bytes[to + (2 * plane)] = blue;
                    }

                    to += seen.StepX;
                }
            }
        });
        return new Picture(channels, seen.Height, seen.Width, bytes);
    }

    /// <summary>White shows through by what is transparent, rounded to the nearest.</summary>
    private static byte OverWhite(byte value, byte alpha) => alpha == byte.MaxValue ? value : (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);
}
