using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class LocalResponseNormTests
{
    [Theory]
    [InlineData("[Input(11, 3, 2)] [LocalResponseNorm(5, Alpha = 0.5f)]")]
    [InlineData("[Input(20, 2, 2)] [LocalResponseNorm(4, Alpha = 0.5f, Beta = 0.6f, K = 2f)]")]
    [InlineData("[Input(7)] [LocalResponseNorm(40, Alpha = 2f, Beta = 0.5f)]")]
    [InlineData("[Input(5)] [LocalResponseNorm(1, Alpha = 2f, Beta = 1f)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3)] [LocalResponseNorm(3, Alpha = 0.5f)] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void EvenNeighbourhood_HasOneMoreBefore() =>
        Nets.Predict("[Input(3)] [LocalResponseNorm(2, Alpha = 2f, Beta = 1f)]", 1, 2, 3).ShouldBe([1f / 2, 2f / 6, 3f / 14], 1e-6);

    [Theory]
    [InlineData("0.75f", 0.75)]
    [InlineData("0.5f", 0.5)]
    [InlineData("1f", 1)]
    [InlineData("0.9f", 0.9)]
    public void Values_AreAccurate(string beta, double exponent) =>
        Nets.Predict($"[Input(1)] [LocalResponseNorm(3, Alpha = 3f, Beta = {beta}, K = 2f)]", 1.5f)[0]
            .ShouldBe((float)(1.5 * Math.Pow(2 + (1.5 * 1.5), -exponent)), 1e-6);
}
