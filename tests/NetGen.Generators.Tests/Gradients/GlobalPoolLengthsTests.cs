using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Pools over sequences that have steps of their own number.</summary>
public sealed class GlobalPoolLengthsTests
{
    private const string Both = "[Input(5, 3)] [Input(1, Name = \"n\")] [Dense(18)] [Tanh] [Tag(\"x\")] [GlobalAvgPool(Lengths = \"n\")] [Tag(\"a\")] [From(\"x\")] [GlobalMaxPool(Lengths = \"n\")] [Concat(\"a\")] [Dense(2)]";

    [Fact]
    public void Gradients_AgreeWithDifferences() => GradientCheck.Check(Both, batch: 7);

    /// <summary>Sequences of one, two and three steps of two features; behind their ends stands what is no number.</summary>
    [Theory]
    [InlineData("Avg", new float[] { 3, -4, 2, 4, 3, 1 }, new float[] { 6, 12, 0, 0, 0, 0, 3, 6, 3, 6, 0, 0, 2, 4, 2, 4, 2, 4 })]
    [InlineData("Max", new float[] { 3, -4, 3, 7, 5, 2 }, new float[] { 6, 12, 0, 0, 0, 0, 0, 12, 6, 0, 0, 0, 0, 12, 6, 0, 0, 0 })]
    public void EachSequence_IsPooledOverItsOwnSteps(string kind, float[] outputs, float[] gradients)
    {
        const float N = float.NaN;
        float[] inputs =
        [
            3, -4, N, N, N, N, 1,
            1, 7, 3, 1, N, N, 2,
            0, 2, 5, -1, 4, 2, 3,
        ];
        (float[] found, float[] back) = Nets.Run($"[Input(3, 2)] [Input(1, Name = \"n\")] [Global{kind}Pool(Lengths = \"n\")]", inputs, [6, 12, 6, 12, 6, 12]);

        found.ShouldBe(outputs);
        for (int i = 0; i < 3; i++)
        {
            back[(i * 7)..((i * 7) + 6)].ShouldBe(gradients[(i * 6)..((i * 6) + 6)]);
            back[(i * 7) + 6].ShouldBe(0);
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(6f)]
    [InlineData(1.5f)]
    [InlineData(float.NaN)]
    public void ALength_OutsideOfTheSteps_IsRefused(float length)
    {
        using Model model = Nets.Make("[Input(5, 1)] [Input(1, Name = \"n\")] [GlobalMaxPool(Lengths = \"n\")]");
        ArgumentOutOfRangeException thrown = Should.Throw<ArgumentOutOfRangeException>(() => Nets.Predict(model, [0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, length]));
        thrown.Message.ShouldStartWith(FormattableString.Invariant($"expected numbers of steps of n, whole and from 1 to 5, actual {length} at 11"));
        thrown.ParamName.ShouldBe("inputs");
        model.Description.Inputs[1].MaxLength.ShouldBe(5);
    }
}
