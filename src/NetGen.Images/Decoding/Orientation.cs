namespace NetGen.Images;

/// <summary>How a stored picture is turned and mirrored to be seen: where its first pixel goes, and how far apart those of a stored row and of a stored column are then.</summary>
/// <param name="Width">Pixels in a row as seen.</param>
/// <param name="Height">Rows as seen.</param>
/// <param name="Origin">The place, as seen, of the first pixel stored.</param>
/// <param name="StepX">From there to the next pixel of the stored row.</param>
/// <param name="StepY">From there to the pixel of the next stored row.</param>
internal readonly record struct Orientation(int Width, int Height, int Origin, int StepX, int StepY)
{
    /// <summary>Reads the number of EXIF 2.32, section 4.6.4, tag 274: which side of the scene the first row and the first column show.</summary>
    /// <param name="number">From 1 to 8; any other says nothing, as 1 does.</param>
    /// <param name="width">Pixels in a row as stored.</param>
    /// <param name="height">Rows as stored.</param>
    public static Orientation Of(int number, int width, int height)
    {
        int last = (width * height) - 1;
        return number switch
        {
            2 => new(width, height, width - 1, -1, width),
            3 => new(width, height, last, -1, -width),
            4 => new(width, height, last - (width - 1), 1, -width),
            5 => new(height, width, 0, height, 1),
            6 => new(height, width, height - 1, height, -1),
            7 => new(height, width, last, -height, -1),
            8 => new(height, width, last - (height - 1), -height, 1),
            _ => new(width, height, 0, 1, width),
        };
    }
}
