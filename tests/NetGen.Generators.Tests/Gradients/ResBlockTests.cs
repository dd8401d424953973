using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ResBlockTests
{
    [Theory]
    [InlineData("[Input(6, 4, 4)] [ResBlock]")]
    [InlineData("[Input(3, 5, 5)] [Conv(17, 3, Pad = 1)] [ReLU] [ResBlock] [GlobalAvgPool] [Dense(4)]")]
    [InlineData("[Input(3, 3, 3)] [ResBlock(Repeat = 2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 2e-2, batch: 4, step: 3e-4f, floor: 1);

    [Fact]
    public void Paths_Nest()
    {
        using Model model = Nets.Make("[Input(4, 4, 4)] [ResBlock]");

        model.Parameters.Select(p => p.Path).ShouldBe(
        [
            "resblock1.conv1.weight", "resblock1.conv1.bias",
            "resblock1.batchnorm1.weight", "resblock1.batchnorm1.bias", "resblock1.batchnorm1.running_mean", "resblock1.batchnorm1.running_var",
            "resblock1.conv2.weight", "resblock1.conv2.bias",
            "resblock1.batchnorm2.weight", "resblock1.batchnorm2.bias", "resblock1.batchnorm2.running_mean", "resblock1.batchnorm2.running_var",
        ]);
    }

    [Fact]
    public void WithoutConvolutions_TheShortcutIsLeft()
    {
        using Model model = Nets.Make("[Input(2, 2, 2)] [ResBlock]");
        foreach (Parameter parameter in model.Parameters.Where(p => p.Path.Contains(".conv", StringComparison.Ordinal)))
        {
            parameter.Edit().Clear();
        }

        float[] input = Nets.Random(8, 1);

        Nets.Predict(model, input).ShouldBe(input.Select(v => Math.Max(v, 0) / MathF.Sqrt(1 + 1e-5f)).ToArray(), 1e-6);
    }
}
