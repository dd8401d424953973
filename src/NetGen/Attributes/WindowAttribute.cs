namespace NetGen;

#pragma warning disable CS3015 // Nobody outside derives from it, so it has no public constructor at all.

/// <summary>A layer that slides a window over an image.</summary>
/// <remarks>
/// Every setting has a common form (<c>Pad</c>) and one a direction (<c>PadH</c>, <c>PadW</c>), which wins; the padding has one a side as well (<c>PadTop</c>, <c>PadBottom</c>, <c>PadLeft</c>,
/// <c>PadRight</c>), which wins over both. ONNX's <c>pads</c> are top, left, bottom, right. Keras's and TensorFlow's <c>"same"</c> of a stride of 2 and a kernel of 3 on an even size is
/// <c>PadBottom = 1, PadRight = 1</c>: what cannot be halved is added behind. PyTorch's layers take two equal sides; others stand in <c>F.pad(x, (left, right, top, bottom))</c> before them, with −∞ for a max pool.
/// </remarks>
public abstract class WindowAttribute : LayerAttribute
{
    private readonly (int H, int W) _defaultStride;
    private int? _stride;
    private int? _strideH;
    private int? _strideW;
    private int? _padH;
    private int? _padW;
    private int? _padTop;
    private int? _padBottom;
    private int? _padLeft;
    private int? _padRight;

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

    /// <summary>The rows added above the image. From 0 to 32,767.</summary>
    public int PadTop
    {
        get => _padTop ?? PadH;
        set => _padTop = value;
    }

    /// <summary>The rows added below the image. From 0 to 32,767.</summary>
    public int PadBottom
    {
        get => _padBottom ?? PadH;
        set => _padBottom = value;
    }

    /// <summary>The columns added left of the image. From 0 to 32,767.</summary>
    public int PadLeft
    {
        get => _padLeft ?? PadW;
        set => _padLeft = value;
    }

    /// <summary>The columns added right of the image. From 0 to 32,767.</summary>
    public int PadRight
    {
        get => _padRight ?? PadW;
        set => _padRight = value;
    }
}
