namespace NetGen.Images;

/// <summary>How the pixels of a resized picture are made. The first two give what Pillow gives, to the bit, on every machine.</summary>
public enum ResizeFilter
{
    /// <summary>Straight lines between pixels; where a picture shrinks, over all pixels that a new one covers (antialiased, as Pillow and torchvision's <c>antialias</c> do).</summary>
    Bilinear,

    /// <summary>Cubic curves with a = -0.5 (Keys 1981, "Cubic Convolution Interpolation for Digital Image Processing"), antialiased likewise.</summary>
    Bicubic,

    /// <summary>The pixel whose area holds the new one's centre; for masks, whose bytes are class numbers, and to enlarge small pictures.</summary>
    Nearest,
}
