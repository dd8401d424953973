using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class AddTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [Add(\"x\")]")]
    [InlineData("[Input(18, 4, 3)] [Tag(\"x\")] [Conv(18, 3, Pad = 1)] [ReLU] [Add(\"x\")] [ReLU] [Conv(3, 1)]")]
    [InlineData("[Input(9)] [Tag(\"x\")] [Dense(9)] [Tag(\"y\")] [Tanh] [Add(\"x\", \"y\")]")]
    [InlineData("[Input(4)] [Dense(6)] [Tag(\"x\")] [Add(\"x\")]")]
    [InlineData("[Input(4)] [Tag(\"x\")] [Add(\"x\", \"x\")]")]
    [InlineData("[Input(4)] [Dense(6)] [ReLU] [Tag(\"x\")] [Add(\"x\")] [Dense(2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    /// <summary>A sum lends its gradient to a summand that others read too, and shares it with those that nobody else reads, unless that is changed on the way. The slope is gentle, so that differences meet no kinks.</summary>
    [Theory]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 3, Pad = 1)] [LeakyReLU(0.8f)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [Add(\"x\")] [LeakyReLU(0.8f)] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 3, Pad = 1)] [LeakyReLU(0.8f)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [LeakyReLU(0.8f)] [Add(\"x\")] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 1)] [Tag(\"x\")] [Conv(5, 1)] [Tag(\"y\")] [From(\"x\")] [Conv(5, 3, Pad = 1)] [Add(\"y\")] [LeakyReLU(0.8f)] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 1)] [Tag(\"x\")] [Conv(5, 1)] [LeakyReLU(0.8f)] [Tag(\"y\")] [From(\"x\")] [Conv(5, 3, Pad = 1)] [Add(\"y\")] [LeakyReLU(0.8f)] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 1)] [LeakyReLU(0.8f)] [Tag(\"x\")] [Conv(5, 1)] [Add(\"x\")] [Tag(\"y\")] [Conv(5, 3, Pad = 1)] [Add(\"y\")] [Add(\"x\")] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Tag(\"x\")] [Conv(3, 1)] [Add(\"x\")] [Tag(\"y\")] [Conv(3, 3, Pad = 1)] [LeakyReLU(0.8f)] [Add(\"x\", \"y\")]")]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 1)] [LeakyReLU(0.8f)] [Tag(\"x\")] [Conv(5, 1)] [Tag(\"y\")] [From(\"x\")] [Conv(4, 3)] [Tag(\"z\")] [From(\"x\")] [Add(\"y\")] [LeakyReLU(0.8f)] [Conv(4, 3)] [Add(\"z\")]")]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 1)] [LeakyReLU(0.8f)] [Tag(\"x\")] [MaxPool(2)] [Tag(\"y\")] [From(\"x\")] [AvgPool(2)] [Add(\"y\")] [LeakyReLU(0.8f)] [Conv(2, 1)]")]
    public void Gradients_OfResidualBlocks_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    [Theory]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 1)] [BatchNorm] [LeakyReLU(0.8f)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [BatchNorm] [Add(\"x\")] [LeakyReLU(0.8f)] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Conv(5, 1)] [BatchNorm] [LeakyReLU(0.8f)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [BatchNorm] [LeakyReLU(0.8f)] [Add(\"x\")] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [BatchNorm] [Tag(\"y\")] [From(\"x\")] [Conv(5, 1)] [BatchNorm] [Add(\"y\")] [LeakyReLU(0.8f)] [Conv(2, 1)]")]
    [InlineData("[Input(3, 3, 3)] [Tag(\"x\")] [Conv(5, 3, Pad = 1)] [BatchNorm] [LeakyReLU(0.8f)] [Tag(\"y\")] [From(\"x\")] [Conv(5, 1)] [BatchNorm] [LeakyReLU(0.8f)] [Add(\"y\")] [Conv(2, 1)]")]
    public void Gradients_OfNormedResidualBlocks_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 6);

    [Fact]
    public void AValueAddedToItself_Doubles()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(3)] [Tag(\"x\")] [Add(\"x\", \"x\")]", [1, 2, 3], [1, 10, 100]);

        outputs.ShouldBe([3, 6, 9]);
        gradients.ShouldBe([3, 30, 300]);
    }
}
