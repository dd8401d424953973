using System.Globalization;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ReshapeTests
{
    [Theory]
    [InlineData("[Input(3, 2, 4)] [Reshape(2, 4, 3)]")]
    [InlineData("[Input(18)] [Reshape(2, 3, 3)] [Conv(4, 2)]")]
    [InlineData("[Input(6)] [Dense(36)] [Tanh] [Reshape(1, 6, 6)] [Conv(5, 3, Pad = 1)]")]
    [InlineData("[Input(2, 5, 5)] [Conv(18, 3)] [ReLU] [Reshape(9, 6, 3)] [Conv(3, 3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Theory]
    [InlineData("5, 3, 4", "4, 5, 3")]
    [InlineData("34", "17, 1, 2")]
    [InlineData("16, 2, 2", "2, 4, 8")]
    [InlineData("33, 1, 5", "5, 33, 1")]
    [InlineData("1, 9, 11", "99, 1, 1")]
    public void Order_IsChannelsRowsColumns(string from, string to)
    {
        int size = from.Split(", ").Aggregate(1, (product, s) => product * int.Parse(s, CultureInfo.InvariantCulture));
        float[] input = [.. Enumerable.Range(0, 2 * size).Select(i => (float)i)];

        (float[] outputs, float[] gradients) = Nets.Run($"[Input({from})] [Reshape({to})]", input, input);

        outputs.ShouldBe(input);
        gradients.ShouldBe(input);
    }
}
