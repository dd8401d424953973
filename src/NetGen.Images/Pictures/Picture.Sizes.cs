namespace NetGen.Images;

/// <content>Other sizes of a picture.</content>
public sealed partial class Picture
{
    /// <summary>Resizes to the given size, whatever that does to the proportions.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="filter">How new pixels are made.</param>
    /// <returns>The resized picture; this one where the size is the same.</returns>
    /// <exception cref="ArgumentException">A size is under 1, or too large (also on the way, which goes over the new width with the old height), or there is no such filter.</exception>
    public Picture Resize(int width, int height, ResizeFilter filter = ResizeFilter.Bilinear)
    {
        CheckSize(width, height);
        if (!Enum.IsDefined(filter))
        {
            throw new ArgumentOutOfRangeException(nameof(filter), FormattableString.Invariant($"expected a filter, actual {(int)filter}"));
        }

        return (width, height) == (Width, Height) ? this
            : filter == ResizeFilter.Nearest ? Resampler.Nearest(this, width, height)
            : Resampler.Filtered(this, width, height, filter);
    }

    /// <summary>Resizes so that the shorter side has the given size and the proportions stay: torchvision's <c>Resize(size)</c>.</summary>
    /// <param name="size">The shorter side; the longer one is size × longer / shorter without its fraction.</param>
    /// <param name="filter">How new pixels are made.</param>
    /// <returns>The resized picture.</returns>
    /// <exception cref="ArgumentException">The size is under 1, or the picture would be too large, or there is no such filter.</exception>
    public Picture ResizeShorterSide(int size, ResizeFilter filter = ResizeFilter.Bilinear)
    {
        Check.AtLeastOne(size, nameof(size));
        long longer = (long)size * Math.Max(Width, Height) / Math.Min(Width, Height);
        if (longer > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size), FormattableString.Invariant($"expected a longer side of at most {Array.MaxLength}, actual {longer}"));
        }

        return Width <= Height ? Resize(size, (int)longer, filter) : Resize((int)longer, size, filter);
    }

    /// <summary>Cuts a part out.</summary>
    /// <param name="x">The part's first column, from 0 at the left.</param>
    /// <param name="y">The part's first row, from 0 at the top.</param>
    /// <param name="width">Its pixels in a row.</param>
    /// <param name="height">Its rows.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part leaves the picture or is empty.</exception>
    public Picture Crop(int x, int y, int width, int height)
    {
        Check.InRange(x, 0, Width - 1, nameof(x));
        Check.InRange(y, 0, Height - 1, nameof(y));
        Check.InRange(width, 1, Width - x, nameof(width));
        Check.InRange(height, 1, Height - y, nameof(height));
        byte[] part = new byte[Channels * height * width];
        for (int row = 0; row < Channels * height; row++)
        {
            Plane(row / height).Slice(((y + (row % height)) * Width) + x, width).CopyTo(part.AsSpan(row * width, width));
        }

        return new Picture(Channels, height, width, part);
    }

    /// <summary>Cuts the middle out: torchvision's <c>CenterCrop</c>, with its rounding of halves to even numbers.</summary>
    /// <param name="width">The part's pixels in a row.</param>
    /// <param name="height">The part's rows.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is empty or larger than the picture; <see cref="PadTo"/> first makes that larger.</exception>
    public Picture CenterCrop(int width, int height)
    {
        Check.InRange(width, 1, Width, nameof(width));
        Check.InRange(height, 1, Height, nameof(height));
        return Crop((int)Math.Round((Width - width) / 2.0), (int)Math.Round((Height - height) / 2.0), width, height);
    }

    /// <summary>Puts the picture into the middle of a larger one of one colour; of an odd border the right or the lower side has more.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="value">The byte of the border in all channels: black unless given.</param>
    /// <returns>The larger picture.</returns>
    /// <exception cref="ArgumentException">A size is under the picture's own, or both are too large together.</exception>
    public Picture PadTo(int width, int height, byte value = 0)
    {
        Check.InRange(width, Width, Array.MaxLength, nameof(width));
        Check.InRange(height, Height, Array.MaxLength, nameof(height));
        byte[] bytes = new byte[CheckSize(width, height)];
        bytes.AsSpan().Fill(value);
        Picture padded = new(Channels, height, width, bytes);
        CopyTo(padded, (width - Width) / 2, (height - Height) / 2);
        return padded;
    }

    /// <summary>Puts pictures of one size side by side, row by row: torchvision's <c>make_grid</c>.</summary>
    /// <param name="pictures">One or more, of equal shapes.</param>
    /// <param name="columns">How many stand in a row at most.</param>
    /// <param name="gap">The pixels between them and around all.</param>
    /// <param name="value">The byte of the gaps in all channels: white unless given.</param>
    /// <returns>The whole.</returns>
    /// <exception cref="ArgumentException">There are no pictures, or they are of several shapes, or a number is out of range.</exception>
    public static Picture Grid(IReadOnlyList<Picture> pictures, int columns, int gap = 2, byte value = byte.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        Check.AtLeastOne(columns, nameof(columns));
        Check.InRange(gap, 0, ushort.MaxValue, nameof(gap));
        if (pictures.Count == 0)
        {
            throw new ArgumentException("expected one picture or more, actual none", nameof(pictures));
        }

        Picture first = pictures[0];
        if (pictures.FirstOrDefault(p => !p.Shape.SequenceEqual(first.Shape)) is { } other)
        {
            throw new ArgumentException($"expected pictures of one shape, actual {ShapeText.Of(first.Shape)} and {ShapeText.Of(other.Shape)}", nameof(pictures));
        }

        columns = Math.Min(columns, pictures.Count);
        int rows = (pictures.Count + columns - 1) / columns;
        long width = (columns * ((long)first.Width + gap)) + gap;
        long height = (rows * ((long)first.Height + gap)) + gap;
        byte[] bytes = new byte[PictureShape.Size(first.Channels, height, width, nameof(pictures))];
        bytes.AsSpan().Fill(value);
        Picture grid = new(first.Channels, (int)height, (int)width, bytes);
        for (int i = 0; i < pictures.Count; i++)
        {
            pictures[i].CopyTo(grid, gap + (i % columns * (first.Width + gap)), gap + (i / columns * (first.Height + gap)));
        }

        return grid;
    }

    /// <summary>Writes into a picture that is being made.</summary>
    private void CopyTo(Picture larger, int left, int top)
    {
        for (int row = 0; row < Channels * Height; row++)
        {
            int at = (((row / Height * larger.Height) + top + (row % Height)) * larger.Width) + left;
            _bytes.AsSpan(row * Width, Width).CopyTo(larger._bytes.AsSpan(at, Width));
        }
    }

    private int CheckSize(int width, int height)
    {
        Check.AtLeastOne(width, nameof(width));
        Check.AtLeastOne(height, nameof(height));
        return PictureShape.Size(Channels, height, width, nameof(height));
    }
}
