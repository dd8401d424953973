using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class DepthwiseConvTests
{
    [Theory]
    [InlineData("[Input(5, 6, 5)] [DepthwiseConv(3, Pad = 1)]")]
    [InlineData("[Input(17, 5, 5)] [DepthwiseConv(3, Stride = 2, Pad = 1)]")]
    [InlineData("[Input(3, 5, 4)] [DepthwiseConv(3, Pad = 1, Multiplier = 3)]")]
    [InlineData("[Input(16, 7, 7)] [DepthwiseConv(3, Dilation = 2, Bias = false)]")]
    [InlineData("[Input(4, 6, 6)] [DepthwiseConv(3, Pad = 1)] [ReLU] [Conv(5, 1)]")]
    [InlineData("[Input(1, 1, 1)] [DepthwiseConv(1)]")]
    [InlineData("[Input(3, 8, 7)] [DepthwiseConv(13, Pad = 6)]")]
    [InlineData("[Input(2, 7, 9)] [Conv(2, 1)] [DepthwiseConv(3, Stride = 5, Pad = 1, Multiplier = 20)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Multiplier_PutsTheResultsOfAChannelTogether()
    {
        using Model model = Nets.Make("[Input(2, 1, 1)] [DepthwiseConv(1, Multiplier = 2, Bias = false)]");
        new float[] { 1, 10, 100, 1000 }.CopyTo(model.Parameters["depthwiseconv1.weight"].Edit());

        model.Parameters["depthwiseconv1.weight"].Shape.ShouldBe([4, 1, 1, 1]);
        Nets.Predict(model, 3, 7).ShouldBe([3, 30, 700, 7000]);
    }
}
