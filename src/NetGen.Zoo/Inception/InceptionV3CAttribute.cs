namespace NetGen.Zoo;

/// <summary>
/// Inception-v3's block of the 17×17 stage: 1×1; a 7×7 convolution split into 1×7 and 7×1; two of these; average pool. (C, H, W) to
/// (768, H, W). Szegedy et al. 2015, figure 6 with n = 7.
/// </summary>
/// <param name="filters">The filters of the convolutions inside the split ones.</param>
[Layers("""
    [Tag("input")]
    [InceptionConv(192, 1, 1, Name = "branch1")] [Tag("branch1")]
    [From("input")] [InceptionConv(filters, 1, 1, Name = "branch7_1")] [InceptionConv(filters, 1, 7, Name = "branch7_2")]
    [InceptionConv(192, 7, 1, Name = "branch7_3")] [Tag("branch7")]
    [From("input")] [InceptionConv(filters, 1, 1, Name = "double7_1")]
    [InceptionConv(filters, 7, 1, Name = "double7_2")] [InceptionConv(filters, 1, 7, Name = "double7_3")]
    [InceptionConv(filters, 7, 1, Name = "double7_4")] [InceptionConv(192, 1, 7, Name = "double7_5")] [Tag("double7")]
    [From("input")] [AvgPool(3, Stride = 1, Pad = 1)] [InceptionConv(192, 1, 1, Name = "branch_pool")] [Tag("branch_pool")]
    [From("branch1")] [Concat("branch7", "double7", "branch_pool")]
    """)]
public sealed class InceptionV3CAttribute(int filters) : BlockAttribute
{
    /// <summary>The filters of the convolutions inside the split ones.</summary>
    public int Filters { get; } = filters;
}
