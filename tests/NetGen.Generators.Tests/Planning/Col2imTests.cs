using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>The way back to few channels multiplies all taps at once: gradients by images, and transposed convolutions that paint them.</summary>
public sealed class Col2imTests
{
    private const string End = " [GlobalAvgPool] [MeanSquaredError]";

    [Theory]
    [InlineData("[Input(3, 20, 20)] [Conv(16, 7, Stride = 2, Pad = 3)]")]
    [InlineData("[Input(1, 20, 20)] [Conv(64, 3, Pad = 1)]")]
    [InlineData("[Input(3, 40, 20)] [Conv(16, 5, StrideH = 4, PadH = 2)]")]
    [InlineData("[Input(8, 20, 20)] [Conv(64, 3, Stride = 2)]")]
    public void GradientByFewChannels_IsOfAllTaps(string layers)
    {
        ModelPlan model = Networks.Plan(layers + End);

        Col2imKernel kernel = model.Train.Kernels.OfType<Col2imKernel>().ShouldHaveSingleItem();
        kernel.Scratch.ShouldBeLessThanOrEqualTo(model.Train.WorkSize);
        kernel.X.Contiguous.ShouldBeTrue();
        model.Predict.Kernels.OfType<Col2imKernel>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Input(16, 8, 8)] [ConvTranspose(1, 4, Stride = 2, Pad = 1)]")]
    [InlineData("[Input(16, 8, 8)] [ConvTranspose(3, 4, Stride = 2, Pad = 1)] [ReLU]")]
    public void TransposedConvolutionToFewChannels_IsOfAllTaps(string layers)
    {
        ModelPlan model = Networks.Plan(layers + End);

        model.Predict.Kernels.OfType<Col2imKernel>().ShouldHaveSingleItem().X.Contiguous.ShouldBeTrue();
        model.Train.Kernels.OfType<Col2imKernel>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("[Input(16, 20, 20)] [Conv(16, 7, Stride = 2, Pad = 3)]")]
    [InlineData("[Input(3, 20, 20)] [Conv(16, 1)]")]
    [InlineData("[Input(3, 20, 20)] [Conv(16, 3, Dilation = 2)]")]
    [InlineData("[Input(4, 20, 20)] [Conv(16, 3, Groups = 2)]")]
    [InlineData("[Input(3, 20, 20)] [Conv(2, 3, Connections = \"0,1; 1,2\")]")]
    [InlineData("[Input(3, 20, 7)] [Conv(16, 7)]")]
    [InlineData("[Input(1, 20, 200)] [Conv(16, 2, 129)]")]
    [InlineData("[Input(1, 200, 20)] [Conv(16, 129, 8)]")]
    [InlineData("[Input(3, 20, 20)] [Conv(16, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4)]")]
    public void Others_AreTurned(string layers) => Networks.Plan(layers + End).Train.Kernels.OfType<Col2imKernel>().ShouldBeEmpty();
}
