namespace NetGen.Zoo;

/// <summary>
/// The end of AlexNet and VGG: two dense layers, each with ReLU and a dropout of one half, and the dense layer of the classes.
/// (C, H, W) or (F) to (<c>classes</c>). Krizhevsky, Sutskever, Hinton 2012, "ImageNet Classification with Deep Convolutional Neural
/// Networks", sections 3.5 and 4.2.
/// </summary>
/// <param name="classes">The outputs.</param>
/// <param name="units">The units of the first two layers.</param>
[Layers("""
    [Flatten]
    [Dense(units)] [ReLU] [Dropout(0.5f)]
    [Dense(units)] [ReLU] [Dropout(0.5f)]
    [Dense(classes)]
    """)]
public sealed class DenseHeadAttribute(int classes, int units = 4096) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>The units of the first two layers.</summary>
    public int Units { get; } = units;
}
