namespace NetGen.Zoo;

/// <summary>
/// The digits network of Saito 2016, "Deep Learning from Scratch", chapter 8: six 3×3 convolutions in three stages, each with a max pool,
/// and two dense layers with dropout. (1, 28, 28) to (<c>classes</c>).
/// </summary>
/// <param name="classes">The outputs.</param>
/// <param name="width">The filters of the first stage; the others have two and four times as many.</param>
[Layers("""
    [Conv(width, 3, Pad = 1)] [ReLU]
    [Conv(width, 3, Pad = 1)] [ReLU] [MaxPool(2)]
    [Conv(width * 2, 3, Pad = 1)] [ReLU]
    [Conv(width * 2, 3, Pad = 2)] [ReLU] [MaxPool(2)]
    [Conv(width * 4, 3, Pad = 1)] [ReLU]
    [Conv(width * 4, 3, Pad = 1)] [ReLU] [MaxPool(2)]
    [Flatten]
    [Dense(50)] [ReLU] [Dropout(0.5f)]
    [Dense(classes)] [Dropout(0.5f)]
    """)]
public sealed class DeepConvNetAttribute(int classes = 10, int width = 16) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The filters of the first stage.</summary>
    public int Width { get; } = width;
}
