using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>A 1×1 convolution computes the depthwise convolution that it alone reads, where that has many values and this has few weights.</summary>
public sealed class DepthwiseSeparableTests
{
    [Theory]
    [InlineData("[Input(16, 64, 64)] [DepthwiseConv(3, Pad = 1)] [Conv(20, 1)]")]
    [InlineData("[Input(16, 64, 64)] [DepthwiseConv(3, Pad = 1)] [BatchNorm] [ReLU] [Conv(20, 1)] [BatchNorm] [ReLU]")]
    [InlineData("[Input(16, 64, 64)] [Tag(\"x\")] [DepthwiseConv(3, Pad = 1)] [LeakyReLU] [Conv(16, 1)] [Add(\"x\")]")]
    public void OfManyValues_IsComputedByItsReader(string layers)
    {
        ModelPlan model = Networks.Plan(layers + " [GlobalAvgPool] [MeanSquaredError]");
        DepthwiseSeparableKernel joined = model.Predict.Kernels.OfType<DepthwiseSeparableKernel>().ShouldHaveSingleItem();
        joined.Scratch.ShouldBeLessThanOrEqualTo(model.Predict.WorkSize);
        model.Predict.Kernels.OfType<DepthwiseConvKernel>().ShouldBeEmpty();
        model.Train.Kernels.OfType<DepthwiseSeparableKernel>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Input(16, 32, 32)] [DepthwiseConv(3, Pad = 1)] [Conv(20, 1)]")]
    [InlineData("[Input(16, 64, 64)] [DepthwiseConv(3, Pad = 1)] [Tag(\"x\")] [Conv(20, 1)]")]
    [InlineData("[Input(16, 64, 64)] [DepthwiseConv(3, Pad = 1)] [Conv(20, 3)]")]
    [InlineData("[Input(16, 64, 64)] [DepthwiseConv(3, Pad = 1)] [Conv(20, 1, Stride = 2)]")]
    [InlineData("[Input(8, 64, 64)] [DepthwiseConv(3, Pad = 1, Multiplier = 2)] [Conv(20, 1)]")]
    [InlineData("[Input(300, 16, 16)] [DepthwiseConv(3, Pad = 1)] [Conv(300, 1)]")]
    public void Others_AreComputedByThemselves(string layers) =>
        Networks.Plan(layers + " [GlobalAvgPool] [MeanSquaredError]").Predict.Kernels.OfType<DepthwiseSeparableKernel>().ShouldBeEmpty();
}
