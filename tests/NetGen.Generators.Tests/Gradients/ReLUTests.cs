using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ReLUTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [ReLU]")]
    [InlineData("[Input(1)] [ReLU]")]
    [InlineData("[Input(19)] [ReLU] [Dense(3)]")]
    [InlineData("[Input(6)] [Dense(18)] [ReLU]")]
    [InlineData("[Input(6)] [Tag(\"x\")] [ReLU] [Add(\"x\")] [ReLU]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void NegativesBecomeZero_AndPassNoGradient()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(4)] [ReLU]", [-2, 0, 3, -0.5f], [1, 2, 3, 4]);

        outputs.ShouldBe([0, 0, 3, 0]);
        gradients.ShouldBe([0, 0, 3, 0]);
    }

    [Fact]
    public void NotANumber_StaysOne() => float.IsNaN(Nets.Predict("[Input(2)] [ReLU]", float.NaN, 1)[0]).ShouldBeTrue();
}
