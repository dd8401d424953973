using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class FlattenTests
{
    [Theory]
    [InlineData("[Input(3, 2, 4)] [Flatten] [Dense(5)]")]
    [InlineData("[Input(17, 3, 3)] [Flatten] [Dense(2)]")]
    [InlineData("[Input(2, 5, 5)] [Conv(18, 3)] [ReLU] [Flatten] [Dense(3)]")]
    [InlineData("[Input(7)] [Flatten] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 3, 4)]
    [InlineData(16, 2, 2)]
    [InlineData(33, 1, 5)]
    [InlineData(70, 4, 1)]
    [InlineData(1, 9, 11)]
    public void Order_IsChannelsRowsColumns(int channels, int height, int width)
    {
        float[] input = [.. Enumerable.Range(0, 2 * channels * height * width).Select(i => (float)i)];

        (float[] outputs, float[] gradients) = Nets.Run($"[Input({channels}, {height}, {width})] [Flatten]", input, input);

        outputs.ShouldBe(input);
        gradients.ShouldBe(input);
    }
}
