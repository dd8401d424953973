namespace NetGen;

/// <summary>A rectangle of pixels; bottom and right are the first row and column behind it.</summary>
internal readonly record struct Box(int Top, int Left, int Bottom, int Right)
{
    public int Height => Bottom - Top;

    public int Width => Right - Left;

    /// <summary>The part of a rectangle of a size at a place that lies in an image.</summary>
    public static Box Clipped(int top, int left, int height, int width, ImageShape image) => new(
        Math.Max(top, 0), Math.Max(left, 0), Math.Min(top + height, image.Height), Math.Min(left + width, image.Width));
}
