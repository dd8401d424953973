namespace NetGen;

/// <summary>
/// A box in an image, by its edges in pixels: x to the right from the image's left edge, y down from its top. The edges are places and not pixels, as in COCO, PyTorch and torchvision
/// (<c>xyxy</c>): a box of one pixel is 1 wide.
/// </summary>
/// <param name="Left">x of the left edge.</param>
/// <param name="Top">y of the upper edge.</param>
/// <param name="Right">x of the right edge.</param>
/// <param name="Bottom">y of the lower edge.</param>
public readonly record struct BoundingBox(float Left, float Top, float Right, float Bottom)
{
    /// <summary>From left to right; negative where the edges are the wrong way round.</summary>
    public float Width => Right - Left;

    /// <summary>From top to bottom; negative where the edges are the wrong way round.</summary>
    public float Height => Bottom - Top;

    /// <summary>Width × height; 0 where one of them is not over 0.</summary>
    public double Area => IsEmpty ? 0 : (double)Width * Height;

    /// <summary>Whether nothing is in it: a side that is not over 0, or an edge that is not a number.</summary>
    public bool IsEmpty => !(Width > 0 && Height > 0);

    /// <summary>x of the middle.</summary>
    public float CenterX => Left + (0.5f * Width);

    /// <summary>y of the middle.</summary>
    public float CenterY => Top + (0.5f * Height);

    /// <summary>A box by its middle and sides: YOLO's form, torchvision's <c>cxcywh</c>.</summary>
    /// <param name="x">x of the middle.</param>
    /// <param name="y">y of the middle.</param>
    /// <param name="width">From left to right.</param>
    /// <param name="height">From top to bottom.</param>
    /// <returns>The box.</returns>
    public static BoundingBox FromCenter(float x, float y, float width, float height) =>
        new(x - (0.5f * width), y - (0.5f * height), x + (0.5f * width), y + (0.5f * height));

    /// <summary>A box by its corner and sides: COCO's form, torchvision's <c>xywh</c>.</summary>
    /// <param name="left">x of the left edge.</param>
    /// <param name="top">y of the upper edge.</param>
    /// <param name="width">From left to right.</param>
    /// <param name="height">From top to bottom.</param>
    /// <returns>The box.</returns>
    public static BoundingBox FromSize(float left, float top, float width, float height) => new(left, top, left + width, top + height);

    /// <summary>What lies in both boxes.</summary>
    /// <param name="other">The other box.</param>
    /// <returns>The common part; <see cref="IsEmpty"/> where there is none.</returns>
    public BoundingBox Intersect(BoundingBox other) =>
        new(MathF.Max(Left, other.Left), MathF.Max(Top, other.Top), MathF.Min(Right, other.Right), MathF.Min(Bottom, other.Bottom));

    /// <summary>Intersection over union: the area in both over the area in either, 0 to 1; the Jaccard index.</summary>
    /// <param name="other">The other box.</param>
    /// <returns>1 for equal boxes; 0 for boxes that do not overlap, and where both are empty.</returns>
    public double IoU(BoundingBox other)
    {
        double both = Intersect(other).Area;
        double either = Area + other.Area - both;
        return either > 0 ? both / either : 0;
    }

    /// <summary>The part within an image.</summary>
    /// <param name="width">The image's pixels in a row.</param>
    /// <param name="height">The image's rows.</param>
    /// <returns>The box with each edge moved into the image; empty where nothing of it was there.</returns>
    public BoundingBox ClipTo(float width, float height) =>
        new(Math.Clamp(Left, 0, width), Math.Clamp(Top, 0, height), Math.Clamp(Right, 0, width), Math.Clamp(Bottom, 0, height));

    /// <summary>The box in the mirrored image.</summary>
    /// <param name="width">The image's pixels in a row.</param>
    /// <returns>The box with left and right exchanged.</returns>
    public BoundingBox FlipHorizontally(float width) => new(width - Right, Top, width - Left, Bottom);
}
