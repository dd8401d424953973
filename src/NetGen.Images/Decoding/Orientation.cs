namespace NetGen.Images;

/// <summary>How a stored picture is turned and mirrored to be seen: where its first pixel is stored, and how far apart those of a row and of a column are.</summary>
/// <param name="Width">Pixels in a row as seen.</param>
/// <param name="Height">Rows as seen.</param>
/// <param name="Origin">The stored place of the pixel at the top left as seen.</param>
/// <param name="StepX">From there to the pixel on its right.</param>
/// <param name="StepY">From there to the pixel below.</param>
internal readonly record struct Orientation(int Width, int Height, int Origin, int StepX, int StepY)
{
    /// <summary>Reads the number of EXIF 2.32, section 4.6.4, tag 274: which side of the scene the first row and the first column show.</summary>
    /// <param name="number">From 1 to 8; any other says nothing, as 1 does.</param>
    /// <param name="width">Pixels in a row as stored.</param>
    /// <param name="height">Rows as stored.</param>
    public static Orientation Of(int number, int width, int height)
    {
        int right = width - 1;
        int bottom = (height - 1) * width;
        return number switch
        {
            2 => new(width, height, right, -1, width),
            3 => new(width, height, right + bottom, -1, -width),
            4 => new(width, height, bottom, 1, -width),
            5 => new(height, width, 0, width, 1),
            6 => new(height, width, bottom, -width, 1),
            7 => new(height, width, right + bottom, -width, -1),
            8 => new(height, width, right, width, -1),
            _ => new(width, height, 0, 1, width),
        };
    }
}
