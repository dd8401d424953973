namespace NetGen.Generators.Graph;

/// <summary>An op without settings.</summary>
internal sealed record NoSpec : Spec
{
    public static readonly NoSpec Instance = new();
}

/// <summary>The model's input.</summary>
internal sealed record InputSpec(Shape Shape) : Spec;

/// <summary>A window that slides over an image: kernel, stride, padding and dilation by height and width.</summary>
internal readonly record struct Window(int KernelY, int KernelX, int StrideY, int StrideX, int PadY, int PadX, int DilationY, int DilationX)
{
    /// <summary>The rows and columns that the dilated kernel covers.</summary>
    public int ExtentY => (DilationY * (KernelY - 1)) + 1;

    public int ExtentX => (DilationX * (KernelX - 1)) + 1;
}

/// <param name="Connections">The connection table as written, or null where every filter reads all channels of its group.</param>
internal sealed record ConvSpec(int Filters, Window Window, int Groups, bool Bias, string? Connections = null) : Spec;

internal sealed record DepthwiseConvSpec(Window Window, int Multiplier, bool Bias) : Spec;

internal sealed record DenseSpec(int Units, bool Bias) : Spec;

/// <param name="Trainable">Whether training moves the centres.</param>
internal sealed record RadialBasisSpec(int Units, bool Trainable) : Spec;

internal sealed record BatchNormSpec(float Momentum, float Epsilon) : Spec;

internal sealed record GroupNormSpec(int Groups, float Epsilon) : Spec;

internal sealed record LayerNormSpec(float Epsilon) : Spec;

internal sealed record LocalResponseNormSpec(int Size, float Alpha, float Beta, float K) : Spec;

internal sealed record ELUSpec(float Alpha) : Spec;

internal sealed record LeakyReLUSpec(float Slope) : Spec;

/// <summary>Scale · tanh(Slope · x).</summary>
internal sealed record TanhSpec(float Scale, float Slope) : Spec
{
    /// <summary>Whether it is tanh itself, which has kernels of its own.</summary>
    public bool IsPlain => Scale == 1 && Slope == 1;
}

internal sealed record PoolSpec(Window Window, bool CeilMode, bool CountIncludePad) : Spec;

/// <summary>What joins the current value with tagged ones.</summary>
/// <param name="Tags">As written, for messages; the node's inputs say which values they are.</param>
internal sealed record JoinSpec(EquatableArray<string> Tags) : Spec;

internal sealed record DropoutSpec(float Rate) : Spec;

internal sealed record SoftmaxCrossEntropySpec(float LabelSmoothing) : Spec;

/// <param name="OutputPad">Rows below and columns at the right that no rounded size would have.</param>
internal sealed record ConvTransposeSpec(int Filters, Window Window, int OutputPad, int Groups, bool Bias) : Spec;

/// <summary>The output's size.</summary>
internal sealed record AdaptiveAvgPoolSpec(int H, int W) : Spec;

/// <summary>The output's shape.</summary>
internal sealed record ReshapeSpec(int C, int H, int W) : Spec;

/// <summary>As <c>NetGen.UpsampleMode</c>, with the same numbers.</summary>
internal enum UpsampleMode
{
    Nearest,
    Bilinear,
}

internal sealed record UpsampleSpec(int Scale, UpsampleMode Mode) : Spec;

/// <summary>A border of that many pixels, to add or to take off.</summary>
internal sealed record BorderSpec(int Pixels) : Spec;

internal sealed record HuberSpec(float Delta) : Spec;

/// <summary>Channels of zeros before and after the input's.</summary>
internal sealed record PadChannelsSpec(int Before, int After) : Spec;
