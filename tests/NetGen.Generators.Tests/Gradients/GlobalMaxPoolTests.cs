using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class GlobalMaxPoolTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [GlobalMaxPool]")]
    [InlineData("[Input(17, 1, 1)] [GlobalMaxPool]")]
    [InlineData("[Input(3, 5, 5)] [Conv(18, 3)] [LeakyReLU(0.3f)] [GlobalMaxPool] [Dense(4)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, step: 2e-3f);

    [Fact]
    public void EachChannel_GivesItsLargest_WhichTakesTheGradient()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(2, 2, 2)] [GlobalMaxPool]", [1, 7, 3, 6, -10, -30, -20, -5], [4, 8]);

        outputs.ShouldBe([7, -5]);
        gradients.ShouldBe([0, 4, 0, 0, 0, 0, 0, 8]);
    }

    [Fact]
    public void OfEqualValues_TheFirstTakesTheGradient() =>
        Nets.Run("[Input(1, 2, 2)] [GlobalMaxPool]", [1, 7, 7, 7], [4]).InputGradients.ShouldBe([0, 4, 0, 0]);
}
