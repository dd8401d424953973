using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class GroupNormTests
{
    [Theory]
    [InlineData("[Input(6, 4, 3)] [GroupNorm(2)]")]
    [InlineData("[Input(20, 3, 3)] [GroupNorm(5)]")]
    [InlineData("[Input(12)] [GroupNorm(3)]")]
    [InlineData("[Input(4, 3, 3)] [GroupNorm(4)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3)] [GroupNorm(1)] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    [Fact]
    public void Groups_AreNormalisedByThemselves()
    {
        using Model model = Nets.Make("[Input(4)] [GroupNorm(2)]");

        Nets.Predict(model, 1, 3, 100, 300).ShouldBe([-1, 1, -1, 1], 1e-4);
    }

    [Fact]
    public void LargeMean_LosesNoVariance()
    {
        using Model model = Nets.Make("[Input(1, 2, 2)] [GroupNorm(1)]");

        Nets.Predict(model, 4095, 4097, 4095, 4097).ShouldBe([-1, 1, -1, 1], 1e-3);
    }

    [Fact]
    public void ConstantGroup_StaysFinite()
    {
        using Model model = Nets.Make("[Input(2, 2, 2)] [GroupNorm(1)]");

        Nets.Forward(model, Enumerable.Repeat(3f, 8).ToArray()).ShouldAllBe(v => Math.Abs(v) < 1e-3);
        Nets.Backward(model, Nets.Random(8, 3)).ShouldAllBe(v => float.IsFinite(v));
    }
}
