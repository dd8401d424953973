namespace NetGen.Images;

/// <summary>Options that were checked, and what follows from them.</summary>
internal sealed class FolderPlan
{
    private readonly ImageFolderOptions _options;
    private readonly int _channels;
    private readonly int _height;
    private readonly int _width;

    /// <exception cref="ArgumentException">An option is out of range, or they do not fit together.</exception>
    public FolderPlan(ImageFolderOptions options)
    {
        _options = options;
        Size = PictureShape.Check(options.Shape, nameof(options.Shape));
        (_channels, _height, _width) = (options.Shape[0], options.Shape[1], options.Shape[2]);
        Values = new PixelValues(_channels, options.Mean, options.Deviation);
        ArgumentNullException.ThrowIfNull(options.Limits, nameof(options.Limits));
        Check.AtLeastOne(options.Threads, nameof(options.Threads));
        ArgumentOutOfRangeException.ThrowIfNegative(options.KeepBudget, nameof(options.KeepBudget));
        CheckDefined(options.Fit, nameof(options.Fit));
        CheckDefined(options.Filter, nameof(options.Filter));
        CheckDefined(options.BadFile, nameof(options.BadFile));
        if (options.ShorterSide is { } side)
        {
            Check.InRange(side, Math.Max(_height, _width), int.MaxValue, nameof(options.ShorterSide));
            if (options.Fit != Fit.CenterCrop)
            {
                throw new ArgumentException($"expected none but with {nameof(Fit)}.{nameof(Fit.CenterCrop)}, actual {nameof(Fit)}.{options.Fit}", nameof(options.ShorterSide));
            }
        }

        ClassNameCheck.Distinct(options.ClassNames, nameof(options.ClassNames));
    }

    /// <summary>Bytes of a sample.</summary>
    public int Size { get; }

    /// <summary>The floats of bytes.</summary>
    public PixelValues Values { get; }

    /// <summary>Whether so many samples are kept.</summary>
    public bool Keeps(int count) => _options.Keep ?? ((long)count * Size <= _options.KeepBudget);

    /// <summary>Decodes a file and makes a sample of it.</summary>
    /// <exception cref="DataFileException">The file is bad, or of another size where that is refused.</exception>
    public Picture Read(string path) => FitIn(Picture.Load(path, _channels, _options.Limits), path);

    /// <summary>Reads a file's header alone.</summary>
    /// <exception cref="DataFileException">The header is bad, or says another size where that is refused.</exception>
    public void CheckHeader(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        PictureBytes.CheckLength(file.Length, path, _options.Limits);
        PictureHeader header = PictureDecoder.Identify(file, path, _options.Limits);
        if (_options.Fit == Fit.Refuse && header.Orientation is { } number)
        {
            Orientation seen = Orientation.Of(number, header.Width, header.Height);
            CheckSize(seen.Width, seen.Height, path);
        }
    }

    private Picture FitIn(Picture picture, string path)
    {
        switch (_options.Fit)
        {
            case Fit.Stretch:
                return picture.Resize(_width, _height, _options.Filter);
            case Fit.CenterCrop:
                return Cover(picture, path).CenterCrop(_width, _height);
            default:
                CheckSize(picture.Width, picture.Height, path);
                return picture;
        }
    }

    /// <summary>Resizes with the proportions kept: one side as asked for, the other at least so long, without its fraction as torchvision has it.</summary>
    private Picture Cover(Picture picture, string path)
    {
        try
        {
            if (_options.ShorterSide is { } side)
            {
                return picture.ResizeShorterSide(side, _options.Filter);
            }

            return (long)picture.Width * _height >= (long)picture.Height * _width
                ? picture.Resize(checked((int)((long)picture.Width * _height / picture.Height)), _height, _options.Filter)
                : picture.Resize(_width, checked((int)((long)picture.Height * _width / picture.Width)), _options.Filter);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            // A few pixels by millions.
            throw new DataFileException(path, FormattableString.Invariant($"expected a picture that can be resized to cover {_width}×{_height} pixels, actual {picture.Width}×{picture.Height}"), e);
        }
    }

    private void CheckSize(int width, int height, string path)
    {
        if (width != _width || height != _height)
        {
            throw OtherSize.Of(path, FormattableString.Invariant($"expected a picture of {_width}×{_height} pixels, actual {width}×{height}"));
        }
    }

    private static void CheckDefined<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(name, $"expected one of {string.Join(", ", Enum.GetNames<T>())}, actual {value:D}");
        }
    }
}
