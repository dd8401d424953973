using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Shapes;

/// <summary>Layers that give images another size, by PyTorch's answers.</summary>
public class ImageLayerShapeTests
{
    [Theory]
    [InlineData("[Input(16, 5, 5)] [ConvTranspose(8, 4, Stride = 2, Pad = 1)]", "(8, 10, 10)")]
    [InlineData("[Input(6, 5, 7)] [ConvTranspose(10, 3, Stride = 2, Pad = 1, OutputPad = 1)]", "(10, 10, 14)")]
    [InlineData("[Input(100, 1, 1)] [ConvTranspose(512, 4)]", "(512, 4, 4)")]
    [InlineData("[Input(7, 5, 4)] [ConvTranspose(9, 3, 5, StrideW = 2, PadH = 1)]", "(9, 5, 11)")]
    [InlineData("[Input(12, 5, 4)] [ConvTranspose(20, 3, Stride = 2, Pad = 2, Dilation = 3, OutputPad = 2)]", "(20, 13, 11)")]
    [InlineData("[Input(23, 6, 7)] [GlobalMaxPool]", "(23)")]
    [InlineData("[Input(9, 13, 13)] [AdaptiveAvgPool(6, 5)]", "(9, 6, 5)")]
    [InlineData("[Input(6, 4, 5)] [Reshape(10, 2, 6)]", "(10, 2, 6)")]
    [InlineData("[Input(120)] [Reshape(10, 2, 6)]", "(10, 2, 6)")]
    [InlineData("[Input(9, 4, 5)] [Upsample(3)]", "(9, 12, 15)")]
    [InlineData("[Input(9, 4, 5)] [Upsample(2, Mode = UpsampleMode.Bilinear)]", "(9, 8, 10)")]
    [InlineData("[Input(5, 4, 6)] [ZeroPad(2)]", "(5, 8, 10)")]
    [InlineData("[Input(5, 4, 6)] [ReflectionPad(3)]", "(5, 10, 12)")]
    [InlineData("[Input(5, 4, 6)] [ReplicationPad(7)]", "(5, 18, 20)")]
    [InlineData("[Input(18, 4, 5)] [PixelShuffle(3)]", "(2, 12, 15)")]
    [InlineData("[Input(5, 9, 8)] [InstanceNorm]", "(5, 9, 8)")]
    [InlineData("[Input(5, 9, 8)] [MaxPool(2)] [Tag(\"p\")] [MaxUnpool(\"p\")]", "(5, 9, 8)")]
    [InlineData("[Input(5, 9, 8)] [MaxPool(3, Pad = 1)] [Tag(\"p\")] [ReLU] [MaxUnpool(\"p\")]", "(5, 9, 8)")]
    [InlineData("[Input(5, 4, 6)] [Crop(1)]", "(5, 2, 4)")]
    [InlineData("[Input(5, 4, 6)] [Slice(1, 3)]", "(3, 4, 6)")]
    [InlineData("[Input(5, 4, 6)] [Slice(1, 3, Axis = SliceAxis.Height)]", "(5, 3, 6)")]
    [InlineData("[Input(5, 4, 6)] [Slice(5, 1, Axis = SliceAxis.Width)]", "(5, 4, 1)")]
    [InlineData("[Input(5)] [Slice(4, 1)]", "(1)")]
    [InlineData("[Input(5, 4)] [Slice(2, 3, Axis = SliceAxis.Steps)]", "(3, 4)")]
    [InlineData("[Input(5, 4)] [Slice(0, 3)]", "(5, 3)")]
    [InlineData("[Input(5, 4, 6)] [Tag(\"x\")] [GlobalAvgPool] [Add(\"x\")]", "(5, 4, 6)")]
    [InlineData("[Input(5, 4, 6)] [Tag(\"x\")] [Slice(0, 1)] [Multiply(\"x\")]", "(5, 4, 6)")]
    [InlineData("[Input(5, 4, 6)] [Tag(\"x\")] [Slice(0, 1, Axis = SliceAxis.Height)] [Tag(\"row\")] [From(\"x\")] [Add(\"row\")]", "(5, 4, 6)")]
    [InlineData("[Input(5)] [Tag(\"x\")] [Slice(0, 1)] [Add(\"x\")]", "(5)")]
    [InlineData("[Input(5, 4, 6)] [PadChannels(2)]", "(9, 4, 6)")]
    [InlineData("[Input(5, 4, 6)] [PadChannels(2, 7)]", "(14, 4, 6)")]
    [InlineData("[Input(5)] [PadChannels(after: 3, before: 0)]", "(8)")]
    [InlineData("[Input(5, 9, 8)] [BasicBlock(7, Stride = 2)]", "(7, 5, 4)")]
    [InlineData("[Input(5, 9, 8)] [BottleneckBlock(7, Stride = 2)]", "(28, 5, 4)")]
    public void Output_IsPyTorchs(string layers, string shape) => Models.Last(layers).Output.ToString().ShouldBe(shape);

    [Fact]
    public void ConvTranspose_UndoesTheSizesOfConv()
    {
        foreach ((int size, int kernel, int stride, int pad) in ((int, int, int, int)[])[(9, 3, 1, 1), (9, 3, 2, 1), (10, 3, 2, 1), (11, 4, 3, 0), (12, 2, 4, 0)])
        {
            string window = $"{kernel}, Stride = {stride}, Pad = {pad}";
            int small = Models.Last($"[Input(1, {size}, {size})] [Conv(1, {window})]").Output.H;
            int lost = (size + (2 * pad) - kernel) % stride;
            Models.Last($"[Input(1, {small}, {small})] [ConvTranspose(1, {window}, OutputPad = {lost})]").Output.H.ShouldBe(size);
        }
    }

    [Fact]
    public void ConvTranspose_HasItsParametersAndCost()
    {
        ShapedNode node = Models.Last("[Input(4, 5, 6)] [ConvTranspose(6, 3, 4, Stride = 2, Groups = 2)]");
        node.Parameters.ShouldBe(
        [
            new("weight", new[] { 4, 3, 3, 4 }, Trainable: true, Start.Weight, FanIn: 2 * 2 * 2, FanOut: 3 * 3 * 4),
            new("bias", new[] { 6 }, Trainable: true, Start.Zero),
        ]);
        node.Macs.ShouldBe(4 * 5 * 6 * 3 * 3 * 4);
        Models.Parameters("[Input(4, 5, 6)] [ConvTranspose(6, 3, Bias = false)]").ShouldBe(["convtranspose1.weight (4, 6, 3, 3)"]);
    }

    [Theory]
    [InlineData("GlobalMaxPool")]
    [InlineData("AdaptiveAvgPool(2, 2)")]
    [InlineData("Reshape(1, 4, 16)")]
    [InlineData("Upsample(2)")]
    [InlineData("ZeroPad(1)")]
    [InlineData("Crop(1)")]
    [InlineData("Slice(1, 2)")]
    [InlineData("PadChannels(1)")]
    public void Others_HaveNoParameters(string layer) => Models.Parameters($"[Input(4, 4, 4)] [{layer}]").ShouldBeEmpty();
}
