using NetGen;

namespace Style;

/// <summary>
/// Random filters on a picture and on its halves, none of them trained: what textures they see together tells a style nearly as well as a pretrained network's (Ustyuzhaninov, Brendel, Gatys and Bethge
/// 2016, "Texture Synthesis Using Shallow Convolutional Networks with Random Filters", arXiv 1606.00021). The content is what those on the first half see, normalized in each channel: where something is, whatever its colours.
/// </summary>
/// <param name="filters">Filters at each scale.</param>
/// <param name="size">Their rows and columns.</param>
[Layers("""
    [Tag("scale1")] [AvgPool(2)] [Tag("scale2")] [AvgPool(2)] [Tag("scale4")] [AvgPool(2)] [Tag("scale8")]
    [From("scale1")] [ReflectionPad(size / 2)] [Conv(filters, size)] [ReLU] [Output("filters1")]
    [From("scale2")] [ReflectionPad(size / 2)] [Conv(filters, size)] [Tag("seen2")] [ReLU] [Output("filters2")]
    [From("seen2")] [InstanceNorm] [Output("content")]
    [From("scale4")] [ReflectionPad(size / 2)] [Conv(filters, size)] [ReLU] [Output("filters4")]
    [From("scale8")] [ReflectionPad(size / 2)] [Conv(filters, size)] [ReLU]
    """)]
public sealed class RandomFeaturesAttribute(int filters, int size) : BlockAttribute
{
    /// <summary>Filters at each scale.</summary>
    public int Filters { get; } = filters;

    /// <summary>Their rows and columns, odd.</summary>
    public int Size { get; } = size;
}
