using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ConcatTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [Tag(\"x\")] [Conv(6, 3, Pad = 1)] [Concat(\"x\")]")]
    [InlineData("[Input(16, 4, 3)] [Tag(\"x\")] [Conv(17, 1)] [ReLU] [Tag(\"y\")] [Conv(3, 1)] [Concat(\"x\", \"y\")] [Conv(4, 3)]")]
    [InlineData("[Input(5, 2, 2)] [Tag(\"x\")] [Concat(\"x\", \"x\")] [Conv(3, 1)]")]
    [InlineData("[Input(4, 3, 3)] [Conv(16, 1)] [Tag(\"x\")] [Tanh] [Concat(\"x\")] [BatchNorm]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(33)]
    public void Order_IsTheCurrentValueFirst(int channels)
    {
        float[] input = Nets.Random(channels * 6, 3);

        (float[] outputs, float[] gradients) = Nets.Run(
            $"[Input({channels}, 2, 3)] [Tag(\"x\")] [ReLU] [Concat(\"x\")]", input, [.. Enumerable.Range(0, channels * 12).Select(i => (float)i)]);

        outputs.ShouldBe([.. input.Select(v => Math.Max(v, 0)), .. input]);
        gradients.ShouldBe(input.Select((v, i) => (v > 0 ? i : 0f) + i + (channels * 6)).ToArray());
    }

    [Fact]
    public void TaggedValues_FollowInTheOrderGiven() => Nets.Predict(
        "[Input(1, 1, 1)] [Tag(\"a\")] [ReLU] [Tag(\"b\")] [Add(\"a\")] [Concat(\"b\", \"a\")]", 3).ShouldBe([6, 3, 3]);
}
