namespace NetGen;

#pragma warning disable CS3015 // Nobody outside derives from it, so it has no public constructor at all.

/// <summary>What the convolutions have in common.</summary>
public abstract class ConvolutionAttribute : WindowAttribute
{
    private int? _dilationH;
    private int? _dilationW;

    private protected ConvolutionAttribute(int kernelH, int kernelW)
        : base(kernelH, kernelW, 1, 1)
    {
    }

    /// <summary>The distance of the kernel's taps from each other; 1 leaves no gaps. From 1 to 32,767.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The distance of the kernel's rows from each other. From 1 to 32,767.</summary>
    public int DilationH
    {
        get => _dilationH ?? Dilation;
        set => _dilationH = value;
    }

    /// <summary>The distance of the kernel's columns from each other. From 1 to 32,767.</summary>
    public int DilationW
    {
        get => _dilationW ?? Dilation;
        set => _dilationW = value;
    }

    /// <summary>Whether a bias is added to every output channel.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weight starts.</summary>
    public Init Init { get; set; }

    /// <summary>With <see cref="NetGen.Init"/>: a standard deviation, half a width, or a factor, as the value says. Above 0 and finite.</summary>
    public float InitScale { get; set; } = 1;

    /// <summary>With <see cref="NetGen.Init.Normal"/> and <see cref="NetGen.Init.Uniform"/>: the mean. Finite.</summary>
    public float InitMean { get; set; }
}
