using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class BasicBlockTests
{
    [Theory]
    [InlineData("[Input(6, 4, 4)] [BasicBlock(6)]")]
    [InlineData("[Input(6, 4, 4)] [BasicBlock(5)]")]
    [InlineData("[Input(4, 5, 4)] [BasicBlock(4, Stride = 2)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(17, 3, Pad = 1)] [ReLU] [BasicBlock(18, Stride = 2)] [GlobalAvgPool] [Dense(4)]")]
    [InlineData("[Input(3, 3, 3)] [BasicBlock(5, Repeat = 2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 2e-2, batch: 4, step: 3e-4f, floor: 1);

    [Fact]
    public void WithoutConvolutions_TheShortcutIsLeft()
    {
        using Model model = Nets.Make("[Input(2, 2, 2)] [BasicBlock(2)]");
        Clear(model, "conv1", "conv2");
        float[] input = Nets.Random(8, 1);

        Nets.Predict(model, input).ShouldBe([.. input.Select(v => Math.Max(v, 0))]);
    }

    [Fact]
    public void WithoutConvolutions_TheProjectionTakesEverySecondPixel()
    {
        using Model model = Nets.Make("[Input(1, 2, 3)] [BasicBlock(2, Stride = 2)]");
        Clear(model, "conv1", "conv2");
        new float[] { 10, -10 }.CopyTo(model.Parameters["basicblock1.conv3.weight"].Edit());

        // Batch norm divides by the root of 1 + 1e-5.
        Nets.Predict(model, 1, 2, -3, 4, 5, 6).ShouldBe([10, 0, 0, 30], 1e-3);
    }

    private static void Clear(Model model, params string[] convolutions)
    {
        foreach (string convolution in convolutions)
        {
            model.Parameters[$"basicblock1.{convolution}.weight"].Edit().Clear();
        }
    }
}
