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

    [Fact]
    public void AValueAddedToItself_Doubles()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(3)] [Tag(\"x\")] [Add(\"x\", \"x\")]", [1, 2, 3], [1, 10, 100]);

        outputs.ShouldBe([3, 6, 9]);
        gradients.ShouldBe([3, 30, 300]);
    }
}
