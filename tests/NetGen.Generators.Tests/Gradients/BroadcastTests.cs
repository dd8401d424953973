using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Sums and products of values of which some have one row, column or channel where others have many.</summary>
public sealed class BroadcastTests
{
    private const string Image = "[Input(18, 3, 4)] [Tag(\"x\")] ";

    /// <summary>A part that has the sizes named, made of the image by layers with parameters.</summary>
    public static TheoryData<string> Small =>
    [
        "[GlobalAvgPool] [Dense(18)]", "[GlobalAvgPool] [Dense(1)]", "[Conv(18, 3, 4)]", "[Conv(1, 3, 4)]", "[Conv(1, 1)]", "[Conv(18, 3, 1)]", "[Conv(18, 1, 4)]", "[Conv(1, 3, 1)]",
        "[Conv(1, 1, 4)]",
    ];

    /// <summary>What is checked has a degree of two, so that differences are exact however large the step, and rounding is small beside it.</summary>
    [Theory]
    [MemberData(nameof(Small))]
    public void Gradients_AgreeWithDifferences(string small)
    {
        foreach (string join in (string[])["Add", "Multiply"])
        {
            GradientCheck.Check($"{Image}{small} [{join}(\"x\")]", tolerance: 5e-3, step: 0.1f);
            GradientCheck.Check($"{Image}{small} [Tag(\"s\")] [From(\"x\")] [Conv(18, 1)] [{join}(\"s\")] [Conv(2, 3, Pad = 1)]", tolerance: 5e-3, step: 0.1f);
        }
    }

    [Theory]
    [InlineData("[Input(7)] [Tag(\"x\")] [Dense(1)] [#(\"x\")]")]
    [InlineData("[Input(7)] [Dense(1)] [Tag(\"v\")] [Dense(35)] [#(\"v\")] [Tanh]")]
    [InlineData("[Input(5, 18)] [Tag(\"x\")] [GlobalAvgPool] [Dense(18)] [#(\"x\")]")]
    [InlineData("[Input(5, 18)] [Tag(\"x\")] [Dense(1)] [#(\"x\")]")]
    [InlineData("[Input(5, 18)] [Tag(\"x\")] [Slice(2, 1, Axis = SliceAxis.Steps)] [Dense(18)] [#(\"x\")]")]
    [InlineData("[Input(18, 3, 4)] [Tag(\"x\")] [Conv(1, 1)] [Tag(\"map\")] [GlobalAvgPool] [Dense(18)] [#(\"x\", \"map\")]")]
    [InlineData("[Input(3, 3, 4)] [Conv(5, 1)] [BatchNorm] [Tag(\"x\")] [GlobalAvgPool] [Dense(5)] [#(\"x\")] [Tanh] [Conv(2, 1)]")]
    public void OtherShapes_AgreeWithDifferences(string declaration)
    {
        GradientCheck.Check(declaration.Replace("#", "Add", StringComparison.Ordinal), tolerance: 1e-2, batch: 5);
        GradientCheck.Check(declaration.Replace("#", "Multiply", StringComparison.Ordinal), tolerance: 1e-2, batch: 5);
    }

    [Fact]
    public void AVector_IsAddedToEachPixel_EitherWayRound()
    {
        float[] input = [1, 3, 5, 15];
        float[] expected = [3, 5, 15, 25];

        Nets.Predict("[Input(2, 1, 2)] [Tag(\"x\")] [GlobalAvgPool] [Add(\"x\")]", input).ShouldBe(expected);
        Nets.Predict("[Input(2, 1, 2)] [Tag(\"x\")] [GlobalAvgPool] [Tag(\"s\")] [From(\"x\")] [Add(\"s\")]", input).ShouldBe(expected);
    }

    /// <summary>The gradient of what is there for many is the sum of theirs.</summary>
    [Theory]
    [InlineData("[Input(1)] [Input(2, 2, 2, Name = \"x\")] [Add(\"x\")]", new float[] { 11, 12, 13, 14, 15, 16, 17, 18 }, new float[] { 36 })]
    [InlineData("[Input(1, 2, 2)] [Input(2, 2, 2, Name = \"x\")] [Add(\"x\")]", new float[] { 11, 22, 33, 44, 15, 26, 37, 48 }, new float[] { 6, 8, 10, 12 })]
    [InlineData("[Input(2, 2, 1)] [Input(2, 2, 2, Name = \"x\")] [Add(\"x\")]", new float[] { 11, 12, 23, 24, 35, 36, 47, 48 }, new float[] { 3, 7, 11, 15 })]
    [InlineData("[Input(2, 1, 2)] [Input(2, 2, 2, Name = \"x\")] [Add(\"x\")]", new float[] { 11, 22, 13, 24, 35, 46, 37, 48 }, new float[] { 4, 6, 12, 14 })]
    public void Sums_AreNumPys(string declaration, float[] sum, float[] gradient)
    {
        float[] small = [.. new float[] { 10, 20, 30, 40 }.Take(gradient.Length)];

        (float[] outputs, float[] gradients) = Nets.Run(declaration, [.. small, 1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]);

        outputs.ShouldBe(sum);
        gradients.ShouldBe([.. gradient, 1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Fact]
    public void AMap_ScalesEachPixel()
    {
        (float[] outputs, float[] gradients) = Nets.Run(
            "[Input(1, 1, 2)] [Input(2, 1, 2, Name = \"x\")] [Multiply(\"x\")]", [10, 100, 1, 2, 3, 4], [1, 1, 1, 2]);

        outputs.ShouldBe([10, 200, 30, 400]);
        gradients.ShouldBe([4, 10, 10, 100, 10, 200]);
    }
}
