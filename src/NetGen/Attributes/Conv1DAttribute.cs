namespace NetGen;

/// <summary>
/// A convolution over the steps of a sequence: (T, F) to (T', filters) with T' = (T + padBefore + padAfter − dilation·(kernel − 1) − 1) / stride + 1, rounded down.
/// PyTorch's <c>Conv1d</c>, whose values are (F, T); the weight is (filters, F / groups, kernel).
/// </summary>
/// <remarks>A causal convolution, whose steps see those before them alone, has all its padding before: <c>[Conv1D(64, 3, PadBefore = 2)]</c>.</remarks>
/// <param name="filters">The output features of each step. From 1 to 16,777,216.</param>
/// <param name="kernel">The steps that the kernel covers. From 1 to 32,767.</param>
public sealed class Conv1DAttribute(int filters, int kernel) : LayerAttribute
{
    private int? _padBefore;
    private int? _padAfter;

    /// <summary>The output features of each step. From 1 to 16,777,216.</summary>
    public int Filters { get; } = filters;

    /// <summary>The steps that the kernel covers. From 1 to 32,767.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>The steps from one window to the next. From 1 to 32,767.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The steps of zeros added on either side. From 0 to 32,767.</summary>
    public int Pad { get; set; }

    /// <summary>The steps of zeros added before the first. From 0 to 32,767.</summary>
    public int PadBefore
    {
        get => _padBefore ?? Pad;
        set => _padBefore = value;
    }

    /// <summary>The steps of zeros added after the last. From 0 to 32,767.</summary>
    public int PadAfter
    {
        get => _padAfter ?? Pad;
        set => _padAfter = value;
    }

    /// <summary>The distance of the kernel's taps from each other; 1 leaves no gaps. From 1 to 32,767.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The groups that features and filters are split into; a filter reads its own group's features alone. From 1 to 16,777,216.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias is added to every output feature.</summary>
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
