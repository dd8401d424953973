using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ZeroPadTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [ZeroPad(1)]")]
    [InlineData("[Input(17, 1, 2)] [ZeroPad(3)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(18, 3, Pad = 1)] [Tanh] [ZeroPad(2)] [Conv(4, 3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Border_IsZero_AndItsGradientGoesNowhere()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 2)] [ZeroPad(1)]", [3, 7], [.. Enumerable.Range(1, 12).Select(i => (float)i)]);

        outputs.ShouldBe([0, 0, 0, 0, 0, 3, 7, 0, 0, 0, 0, 0]);
        gradients.ShouldBe([6, 7]);
    }

    [Fact]
    public void BeforeAConvolution_ItIsThatConvolutionsPad()
    {
        using Model padded = Nets.Make("[Input(3, 5, 4)] [ZeroPad(1)] [Conv(6, 3)]");
        using Model pad = Nets.Make("[Input(3, 5, 4)] [Conv(6, 3, Pad = 1)]");
        padded.Parameters.TrainableValues.CopyTo(pad.Parameters.TrainableValues);
        float[] input = Nets.Random(2 * 60, 1);

        Nets.Predict(padded, input).ShouldBe(Nets.Predict(pad, input), 1e-5);
    }
}
