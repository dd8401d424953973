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

    /// <summary>
    /// Whether the weight is divided by its spectral norm, its largest singular value as a matrix of a row for each output, so that the layer takes no two inputs further apart (Miyato et al. 2018, "Spectral Normalization for
    /// Generative Adversarial Networks", section 2.1); of discriminators. PyTorch's <c>spectral_norm</c>, with its names: <c>weight_orig</c> is trained, <c>weight_u</c> and <c>weight_v</c> are the buffers of a
    /// power iteration that each step in training goes a round on with, unless <see cref="Model.FreezeBatchNorm"/> is set.
    /// </summary>
    public bool SpectralNorm { get; set; }
}
