using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class LayerNormTests
{
    [Theory]
    [InlineData("[Input(6)] [LayerNorm]")]
    [InlineData("[Input(18, 3, 2)] [LayerNorm]")]
    [InlineData("[Input(17)] [Dense(20)] [LayerNorm] [Dense(3)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3)] [LayerNorm] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    [Fact]
    public void Parameters_HaveTheShapeOfTheValue()
    {
        using Model model = Nets.Make("[Input(2, 1, 2)] [LayerNorm]");
        model.Parameters["layernorm1.weight"].Shape.ToArray().ShouldBe([2, 1, 2]);
        new float[] { 1, 2, 3, 4 }.CopyTo(model.Parameters["layernorm1.weight"].Edit());
        new float[] { 0, 0, 0, 10 }.CopyTo(model.Parameters["layernorm1.bias"].Edit());

        // Channels first: the first channel's two pixels, then the second's.
        Nets.Predict(model, 1, 3, 1, 3).ShouldBe([-1, 2, -3, 14], 1e-4);
    }

    [Fact]
    public void LargeMean_LosesNoVariance()
    {
        using Model model = Nets.Make("[Input(4)] [LayerNorm]");

        Nets.Predict(model, 4095, 4097, 4095, 4097).ShouldBe([-1, 1, -1, 1], 1e-3);
    }
}
