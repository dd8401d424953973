using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class InstanceNormTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [InstanceNorm]")]
    [InlineData("[Input(20, 3, 3)] [InstanceNorm(Affine = true)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3)] [InstanceNorm(Epsilon = 0.01f)] [Conv(4, 3, Pad = 1)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(17, 3, Pad = 1)] [InstanceNorm(Affine = true)] [ReLU] [Conv(4, 3, Pad = 1)]")]
    [InlineData("[Input(4, 3, 3)] [InstanceNorm(Affine = true, Share = \"n\")] [Tanh] [InstanceNorm(Affine = true, Share = \"n\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    [Theory]
    [InlineData("InstanceNorm")]
    [InlineData("InstanceNorm(Affine = true)")]
    public void Channels_AreNormalisedByThemselves(string layer)
    {
        using Model model = Nets.Make($"[Input(2, 1, 2)] [{layer}]");

        Nets.Predict(model, 1, 3, 300, 100).ShouldBe([-1, 1, 1, -1], 1e-4);
    }

    [Fact]
    public void WithoutAffine_ThereAreNoParameters()
    {
        using Model plain = Nets.Make("[Input(3, 4, 4)] [InstanceNorm]");
        using Model affine = Nets.Make("[Input(3, 4, 4)] [InstanceNorm(Affine = true)]");

        plain.Parameters.Count.ShouldBe(0);
        affine.Parameters.Select(p => (p.Path, p.Length)).ShouldBe([("instancenorm1.weight", 3), ("instancenorm1.bias", 3)]);
    }

    [Fact]
    public void ConstantChannel_StaysFinite()
    {
        using Model model = Nets.Make("[Input(2, 2, 2)] [InstanceNorm]");

        Nets.Forward(model, Enumerable.Repeat(3f, 8).ToArray()).ShouldAllBe(v => Math.Abs(v) < 1e-3);
        Nets.Backward(model, Nets.Random(8, 3)).ShouldAllBe(v => float.IsFinite(v));
    }
}
