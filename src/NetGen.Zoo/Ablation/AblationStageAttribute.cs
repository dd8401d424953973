namespace NetGen.Zoo;

/// <summary>
/// A stage of <see cref="AblationNetAttribute"/>: a convolution that widens, two that keep the width, a max pool.
/// (C, H, W) to (filters, H / 2, W / 2), rounded down.
/// </summary>
/// <param name="filters">The output channels.</param>
[Layers("""
    [AblationUnit(filters, BatchNorm = BatchNorm)]
    [AblationPair(BatchNorm = BatchNorm, Residual = ResBlocks)]
    [MaxPool(2)]
    if (Dropout)
    {
        [Dropout(0.2f)]
    }
    """)]
public sealed class AblationStageAttribute(int filters) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Whether a batch norm follows each convolution.</summary>
    public bool BatchNorm { get; set; }

    /// <summary>Whether the last two convolutions are a residual block.</summary>
    public bool ResBlocks { get; set; }

    /// <summary>Whether a fifth of the values is dropped at the end.</summary>
    public bool Dropout { get; set; }
}
