using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>A sample holds the values of all inputs, one after the other.</summary>
public sealed class SeveralInputsTests
{
    [Theory]
    [InlineData("[Input(3, 5, 4)] [Input(2, 5, 4, Name = \"b\")] [Conv(6, 3, Pad = 1)] [Concat(\"b\")] [Conv(4, 3)] [MeanSquaredError]")]
    [InlineData("[Input(3, 5, 4)] [Input(7, Name = \"b\")] [Conv(6, 3, Pad = 1)] [Tag(\"x\")] [From(\"b\")] [Dense(6)] [Sigmoid] [Multiply(\"x\")] [GlobalAvgPool] [Dense(3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(6)] [Input(6, Name = \"b\")] [Input(6, Name = \"c\")] [Add(\"b\", \"c\")] [Dense(5)] [Tanh]")]
    [InlineData("[Input(4, 3, 3, Name = \"a\")] [Input(20, 3, 3, Name = \"b\")] [From(\"b\")] [BatchNorm] [Concat(\"a\", \"b\")] [Conv(3, 1)] [Dropout(0)]")]
    [InlineData("[Input(3, 2, 2)] [Input(5, Name = \"late\")] [Flatten] [Dense(5)] [Output(\"aux\")] [Add(\"late\")] [ReLU] [Dense(5)] [MeanSquaredError]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 4, step: 5e-3f);

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 16)]
    [InlineData(17, 5)]
    public void Concat_TakesEachFromItsPlace(int first, int second)
    {
        const int Pixels = 6;
        const int Batch = 3;
        int sample = (first + second) * Pixels;
        using Model model = Nets.Make($"[Input({first}, 2, 3)] [Input({second}, 2, 3, Name = \"b\")] [Concat(\"b\", \"b\")] [LeakyReLU(0.5f)]");
        float[] inputs = Nets.Random(Batch * sample, 1);
        float[] outputGradients = Nets.Random(Batch * (first + (2 * second)) * Pixels, 2);

        // Plain code: the first input, then the second twice; the gradients come back the same way and add up.
        List<float> expected = [];
        float[] gradients = new float[inputs.Length];
        for (int image = 0; image < Batch; image++)
        {
            foreach (int i in Enumerable.Range(0, sample).Concat(Enumerable.Range(first * Pixels, second * Pixels)))
            {
                float value = inputs[(image * sample) + i];
                gradients[(image * sample) + i] += (value > 0 ? 1 : 0.5f) * outputGradients[expected.Count];
                expected.Add(value > 0 ? value : 0.5f * value);
            }
        }

        Nets.Predict(model, inputs).ShouldBe(expected.ToArray());
        Nets.Forward(model, inputs).ShouldBe(expected.ToArray());
        Nets.Backward(model, outputGradients).ShouldBe(gradients, 1e-6);
    }

    [Fact]
    public void Description_ListsTheInputs()
    {
        using Model several = Nets.Make("[Input(3, 5, 4)] [Input(7, Name = \"style\")] [GlobalAvgPool] [Dense(7)] [Add(\"style\")] [Tag(\"sum\")] [ReLU]");
        using Model single = Nets.Make("[Input(3, 5, 4, Name = \"image\")] [GlobalAvgPool]");

        several.Description.Inputs.Select(i => $"{i.Name} {string.Join("×", i.Shape)} {i.Size}").ShouldBe(["input1 3×5×4 60", "style 7 7"]);
        several.Description.InputShape.ShouldBe([67]);
        several.Description.InputSize.ShouldBe(67);
        several.Description.Tags.Select(t => t.Name).ShouldBe(["sum"]);
        several.Description.ToString().ShouldStartWith("Net: 3×5×4 + 7 → 7\n");
        single.Description.Inputs.Select(i => $"{i.Name} {string.Join("×", i.Shape)} {i.Size}").ShouldBe(["image 3×5×4 60"]);
        single.Description.ToString().ShouldStartWith("Net: 3×5×4 → 3\n");
    }

    /// <summary>An input that only a head reads is no part of a prediction.</summary>
    [Fact]
    public void AnInputOfAHead_ChangesNoPrediction()
    {
        using Model model = Nets.Make("[Input(3)] [Input(4, Name = \"hint\")] [Dense(2)] [Tag(\"x\")] [From(\"hint\")] [Dense(2)] [Output(\"aux\")] [From(\"x\")] [Tanh] [MeanSquaredError]");

        Nets.Predict(model, 1, 2, 3, 4, 5, 6, 7).ShouldBe(Nets.Predict(model, 1, 2, 3, -4, -5, -6, -7));
    }
}
