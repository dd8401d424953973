namespace NetGen.Zoo;

/// <summary>
/// LeNet-5 as it is taught now: every filter reads all channels, ReLU instead of the scaled tanh, max pools instead of trained
/// subsampling, and a dense layer of the classes instead of radial basis functions. (1, 28, 28) to (<c>classes</c>). After LeCun, Bottou, Bengio, Haffner
/// 1998, "Gradient-Based Learning Applied to Document Recognition", section II.B, whose sizes it keeps; the border of 2 stands for that of the paper's 32×32 images.
/// </summary>
/// <param name="classes">The outputs.</param>
[Layers("""
    [Conv(6, 5, Pad = 2)] [ReLU] [MaxPool(2)]
    [Conv(16, 5)] [ReLU] [MaxPool(2)]
    [Flatten]
    [Dense(120)] [ReLU]
    [Dense(84)] [ReLU]
    [Dense(classes)]
    """)]
public sealed class ModernLeNetAttribute(int classes = 10) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;
}
