namespace NetGen;

#pragma warning disable CS3015 // Nobody outside derives from it, so it has no public constructor at all.

/// <summary>A layer that slides a window over an image.</summary>
/// <remarks>Every setting has a common form (<c>Pad</c>) and one a direction (<c>PadH</c>, <c>PadW</c>), which wins.</remarks>
public abstract class WindowAttribute : LayerAttribute
{
    private readonly (int H, int W) _defaultStride;
    private int? _stride;
    private int? _strideH;
    private int? _strideW;
    private int? _padH;
    private int? _padW;

    private protected WindowAttribute(int kernelH, int kernelW, int defaultStrideH, int defaultStrideW)
    {
        KernelH = kernelH;
        KernelW = kernelW;
        _defaultStride = (defaultStrideH, defaultStrideW);
    }

    /// <summary>The window's rows. From 1 to 32,767.</summary>
    public int KernelH { get; }

    /// <summary>The window's columns. From 1 to 32,767.</summary>
    public int KernelW { get; }

    /// <summary>The pixels from one window to the next. From 1 to 32,767.</summary>
    public int Stride
    {
        get => _stride ?? _defaultStride.H;
        set => _stride = value;
    }

    /// <summary>The rows from one window to the next. From 1 to 32,767.</summary>
    public int StrideH
    {
        get => _strideH ?? _stride ?? _defaultStride.H;
        set => _strideH = value;
    }

    /// <summary>The columns from one window to the next. From 1 to 32,767.</summary>
    public int StrideW
    {
        get => _strideW ?? _stride ?? _defaultStride.W;
        set => _strideW = value;
    }

    /// <summary>The border added on every side of the image. From 0 to 32,767.</summary>
    public int Pad { get; set; }

    /// <summary>The rows added above and below the image. From 0 to 32,767.</summary>
    public int PadH
    {
        get => _padH ?? Pad;
        set => _padH = value;
    }

    /// <summary>The columns added left and right of the image. From 0 to 32,767.</summary>
    public int PadW
    {
        get => _padW ?? Pad;
        set => _padW = value;
    }
}
