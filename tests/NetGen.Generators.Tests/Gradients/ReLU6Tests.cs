using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ReLU6Tests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [ReLU6]")]
    [InlineData("[Input(1)] [ReLU6]")]
    [InlineData("[Input(17)] [Dense(18)] [ReLU6] [Dense(3)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(5, 3)] [ReLU6] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, step: 2e-3f);

    [Fact]
    public void ItEndsAt6_AndPassesGradientsBetween()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(7)] [ReLU6]", [-1e30f, -1, 0, 0.5f, 5.5f, 6, float.PositiveInfinity], [1, 2, 3, 4, 5, 6, 7]);

        outputs.ShouldBe([0, 0, 0, 0.5f, 5.5f, 6, 6]);
        gradients.ShouldBe([0, 0, 0, 4, 5, 0, 0]);
    }

    [Fact]
    public void NotANumber_StaysOne() => float.IsNaN(Nets.Predict("[Input(2)] [ReLU6]", float.NaN, 1)[0]).ShouldBeTrue();
}
