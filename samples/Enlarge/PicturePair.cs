using NetGen.Images;

namespace Enlarge;

/// <summary>A picture and the small one that was made of it: what is to be made, and what of.</summary>
/// <param name="Small">Half as many pixels in a row, and half as many rows.</param>
/// <param name="Truth">The picture.</param>
internal sealed record PicturePair(Picture Small, Picture Truth)
{
    public const int Scale = 2;

    /// <summary>Makes the small picture by cubic curves over all pixels that a new one covers, as the field's papers do; of an odd side the last pixel is left out.</summary>
    public static PicturePair Of(Picture picture)
    {
        (int width, int height) = (picture.Width / Scale, picture.Height / Scale);
        Picture truth = picture.Crop(0, 0, width * Scale, height * Scale);
        return new PicturePair(truth.Resize(width, height, ResizeFilter.Bicubic), truth);
    }

    /// <summary>What a picture program makes of the small picture, and the network has to beat.</summary>
    public Picture Bicubic() => Small.Resize(Truth.Width, Truth.Height, ResizeFilter.Bicubic);
}
