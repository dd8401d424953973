using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class GlobalAvgPoolTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [GlobalAvgPool]")]
    [InlineData("[Input(17, 1, 1)] [GlobalAvgPool]")]
    [InlineData("[Input(3, 5, 5)] [Conv(18, 3)] [ReLU] [GlobalAvgPool] [Dense(4)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void EachChannel_GivesItsMean()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(2, 1, 4)] [GlobalAvgPool]", [1, 2, 3, 6, 10, 10, 10, 14], [4, 8]);

        outputs.ShouldBe([3, 11]);
        gradients.ShouldBe([1, 1, 1, 1, 2, 2, 2, 2]);
    }
}
