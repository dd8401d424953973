using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class BottleneckBlockTests
{
    [Theory]
    [InlineData("[Input(8, 4, 4)] [BottleneckBlock(2)]")]
    [InlineData("[Input(6, 4, 4)] [BottleneckBlock(2)]")]
    [InlineData("[Input(8, 5, 4)] [BottleneckBlock(2, Stride = 2)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(17, 3, Pad = 1)] [ReLU] [BottleneckBlock(5, Stride = 2)] [GlobalAvgPool] [Dense(4)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 2e-2, batch: 4, step: 3e-4f, floor: 1);

    [Fact]
    public void Paths_Nest()
    {
        using Model model = Nets.Make("[Input(3, 4, 4)] [BottleneckBlock(2)]");

        model.Parameters.Where(p => p.Path.Contains(".conv", StringComparison.Ordinal)).Select(p => $"{p.Path} {string.Join("×", p.Shape)}").ShouldBe(
        [
            "bottleneckblock1.conv1.weight 2×3×1×1", "bottleneckblock1.conv2.weight 2×2×3×3", "bottleneckblock1.conv3.weight 8×2×1×1",
            "bottleneckblock1.conv4.weight 8×3×1×1",
        ]);
    }

    [Fact]
    public void WithoutItsLastConvolution_TheShortcutIsLeft()
    {
        using Model model = Nets.Make("[Input(4, 2, 2)] [BottleneckBlock(1)]");
        model.Parameters["bottleneckblock1.conv3.weight"].Edit().Clear();
        float[] input = Nets.Random(16, 1);

        Nets.Predict(model, input).ShouldBe([.. input.Select(v => Math.Max(v, 0))]);
    }
}
