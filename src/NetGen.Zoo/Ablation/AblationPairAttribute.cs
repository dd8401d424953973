namespace NetGen.Zoo;

/// <summary>
/// Two convolutions as wide as their input. With <see cref="Residual"/> the input is added before the last ReLU (and its batch norm):
/// with both this is <see cref="ResBlockAttribute"/>. The shape stays.
/// </summary>
[Layers("""
    if (Residual && BatchNorm)
    {
        [ResBlock]
    }
    else if (Residual)
    {
        [Tag("input")]
        [Conv(C, 3, Pad = 1)] [ReLU]
        [Conv(C, 3, Pad = 1)]
        [Add("input")] [ReLU]
    }
    else
    {
        [AblationUnit(C, BatchNorm = BatchNorm, Repeat = 2)]
    }
    """)]
public sealed class AblationPairAttribute : BlockAttribute
{
    /// <summary>Whether a batch norm follows each convolution.</summary>
    public bool BatchNorm { get; set; }

    /// <summary>Whether the input is added.</summary>
    public bool Residual { get; set; }
}
