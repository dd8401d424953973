using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class MultiplyTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [Multiply(\"x\")]")]
    [InlineData("[Input(9)] [Tag(\"x\")] [Dense(9)] [Tag(\"y\")] [Tanh] [Multiply(\"x\", \"y\")]")]
    [InlineData("[Input(4)] [Dense(6)] [Tag(\"x\")] [Multiply(\"x\")]")]
    [InlineData("[Input(18, 3, 4)] [Tag(\"x\")] [GlobalAvgPool] [Dense(18)] [Sigmoid] [Multiply(\"x\")]")]
    [InlineData("[Input(18, 3, 4)] [Tag(\"x\")] [GlobalAvgPool] [Dense(18)] [Tag(\"s\")] [From(\"x\")] [Conv(18, 1)] [Multiply(\"s\")]")]
    [InlineData("[Input(3, 3, 4)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"s\")] [From(\"x\")] [Multiply(\"s\", \"x\", \"s\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3);

    [Fact]
    public void AVectorScalesAnImage_EitherWayRound()
    {
        // Means 2 and 10 of two channels scale them.
        float[] input = [1, 3, 5, 15];
        float[] expected = [2, 6, 50, 150];

        Nets.Predict("[Input(2, 1, 2)] [Tag(\"x\")] [GlobalAvgPool] [Multiply(\"x\")]", input).ShouldBe(expected);
        Nets.Predict("[Input(2, 1, 2)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"s\")] [From(\"x\")] [Multiply(\"s\")]", input).ShouldBe(expected);
    }

    [Fact]
    public void AValueTimesItself_IsItsSquare()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(3)] [Tag(\"x\")] [Multiply(\"x\")]", [1, -2, 3], [1, 10, 100]);

        outputs.ShouldBe([1, 4, 9]);
        gradients.ShouldBe([2, -40, 600]);
    }
}
