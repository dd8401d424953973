using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class LogSoftmaxTests
{
    [Theory]
    [InlineData("[Input(10)] [LogSoftmax]")]
    [InlineData("[Input(17, 2, 3)] [LogSoftmax]")]
    [InlineData("[Input(6)] [Dense(5)] [LogSoftmax] [Dense(2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void LargeInputs_Overflow_Nothing()
    {
        Nets.Predict("[Input(3)] [LogSoftmax]", 1000, 1000, -1000).ShouldBe([-MathF.Log(2), -MathF.Log(2), -2000 - MathF.Log(2)], 1e-3);
        Nets.Predict("[Input(2)] [LogSoftmax]", -1000, -1000).ShouldBe([-MathF.Log(2), -MathF.Log(2)], 1e-6);
    }

    [Fact]
    public void OneChannel_IsAlwaysZero() => Nets.Predict("[Input(1, 1, 3)] [LogSoftmax]", 5, -5, 0).ShouldBe([0, 0, 0], 1e-6);
}
