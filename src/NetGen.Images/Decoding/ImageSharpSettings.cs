using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Tiff;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata;

namespace NetGen.Images;

/// <summary>How ImageSharp is used: a configuration of our own, so that what a program sets for itself changes nothing here.</summary>
internal static class ImageSharpSettings
{
    /// <summary>8 bytes for each of <see cref="PictureLimits.PixelBound"/>: whatever a damaged file asks for, no piece of memory is larger.</summary>
    private const int LargestPiece = 2048;

    public static Configuration Configuration { get; } = Create();

    private static Configuration Create()
    {
        Configuration configuration = new(
            new PngConfigurationModule(),
            new JpegConfigurationModule(),
            new BmpConfigurationModule(),
            new GifConfigurationModule(),
            new WebpConfigurationModule(),
            new TiffConfigurationModule())
        {
            // Whoever reads many pictures has a thread for each.
            MaxDegreeOfParallelism = 1,
            MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { AllocationLimitMegabytes = LargestPiece }),
        };
        configuration.ImageFormatsManager.SetDecoder(GifFormat.Instance, new GifDecoder { DecodingMode = FrameDecodingMode.First });
        configuration.ImageFormatsManager.SetDecoder(TiffFormat.Instance, new TiffDecoder { DecodingMode = FrameDecodingMode.First });
        return configuration;
    }
}
