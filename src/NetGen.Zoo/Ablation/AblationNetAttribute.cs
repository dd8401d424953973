namespace NetGen.Zoo;

/// <summary>
/// A plain network of ten 3×3 convolutions, to which batch norm, residual blocks, global average pooling and dropout can be added one
/// at a time, to see what each is worth. (C, H, W) to (<c>classes</c>).
/// </summary>
/// <remarks>
/// Three stages of three convolutions (64, 128 and 256 filters) and a max pool each; a tenth convolution with 512 filters; the
/// map, flattened, into one dense layer. Each addition changes one thing alone: <see cref="BatchNorm"/> follows every convolution,
/// <see cref="ResBlocks"/> adds to the last two convolutions of each stage their input and no parameter, <see cref="Gap"/> takes the place of the
/// flattening, and <see cref="Dropout"/> drops a fifth after each stage and half before the dense layer.
/// </remarks>
/// <param name="classes">The outputs.</param>
/// <param name="width">The filters of the first stage; what follows has two, four and eight times as many.</param>
[Layers("""
    [AblationStage(width, BatchNorm = BatchNorm, ResBlocks = ResBlocks, Dropout = Dropout)]
    [AblationStage(width * 2, BatchNorm = BatchNorm, ResBlocks = ResBlocks, Dropout = Dropout)]
    [AblationStage(width * 4, BatchNorm = BatchNorm, ResBlocks = ResBlocks, Dropout = Dropout)]
    [AblationUnit(width * 8, BatchNorm = BatchNorm)]
    if (Gap)
    {
        [GlobalAvgPool]
    }
    else
    {
        [Flatten]
    }
    if (Dropout)
    {
        [Dropout(0.5f)]
    }
    [Dense(classes)]
    """)]
public sealed class AblationNetAttribute(int classes = 10, int width = 64) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of the first stage.</summary>
    public int Width { get; } = width;

    /// <summary>Whether a batch norm follows each convolution.</summary>
    public bool BatchNorm { get; set; }

    /// <summary>Whether the last two convolutions of each stage are a residual block.</summary>
    public bool ResBlocks { get; set; }

    /// <summary>Whether the dense layer reads each channel's mean instead of all its pixels.</summary>
    public bool Gap { get; set; }

    /// <summary>Whether values are dropped in training: a fifth after each stage, half before the dense layer.</summary>
    public bool Dropout { get; set; }
}
