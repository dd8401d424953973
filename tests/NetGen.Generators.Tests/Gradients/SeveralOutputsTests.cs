using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Outputs of models without a loss: values at all of them, and gradients by all of them.</summary>
public sealed class SeveralOutputsTests
{
    public static TheoryData<string> Declarations => new()
    {
        "[Input(5)] [Dense(6)] [Tanh] [Tag(\"h\")] [Dense(3)] [Output(\"log_variance\")] [From(\"h\")] [Dense(3)]",

        // The input itself, values on the way, one value twice, the model's own once more; behind a norm, and in front of anything that learns.
        "[Input(2, 4, 6)] [Output(\"raw\")] [Tanh] [Output(\"early\")] [Conv(5, 3, Pad = 1)] [Output(\"a\")] [Output(\"b\")] [BatchNorm] [Tanh] [Output(\"c\")] [Conv(4, 3)] [Output(\"last\")]",
        "[Input(2, 4, 4)] [Conv(5, 3, Pad = 1)] [Tag(\"x\")] [Output(\"one\")] [Tanh] [Add(\"x\")] [Output(\"two\")] [Sigmoid] [Dropout(0)] [Output(\"three\")] [Flatten] [Dense(2)]",
        "[Input(3, 4)] [SimpleRNN(5, ReturnSequences = true)] [Output(\"states\")] [GlobalAvgPool] [Dense(2)]",
        "[Input(4)] [Tanh] [Output(\"x\")] [Sigmoid]",
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Gradients_AreThoseOfASumOverAll(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 4, step: 5e-3f);

    [Theory]
    [MemberData(nameof(Declarations))]
    public void BackwardToInputs_GivesTheSameGradient_AndLeavesTheParameters(string declaration)
    {
        using Model model = Nets.Make(declaration);
        float[] inputs = Nets.Random(3 * model.Description.InputSize, 2);
        OutputSet outputs = new(model.Description);
        OutputSet gradients = new(model.Description);
        gradients.Resize(3);
        foreach (TensorInfo output in model.Description.Outputs)
        {
            Nets.Random(3 * output.Size, 7).CopyTo(gradients[output.Name]);
        }

        float[] expected = new float[inputs.Length];
        model.Forward(inputs, outputs);
        model.Backward(gradients, expected);
        float[][] kept = [.. model.Parameters.Select(p => p.Gradient.ToArray())];
        gradients["output"].Clear();
        model.Forward(inputs, outputs);
        model.Backward(gradients);
        float[][] others = [.. model.Parameters.Select(p => p.Gradient.ToArray())];

        Nets.Random(3 * model.Description.OutputSize, 7).CopyTo(gradients["output"]);
        float[] actual = new float[inputs.Length];
        model.Forward(inputs, outputs);
        model.BackwardToInputs(gradients, actual);

        actual.ShouldBe(expected);
        model.Parameters.Select(p => p.Gradient.ToArray()).ToArray().ShouldBe(others);
        if (kept.Length > 0)
        {
            kept.ShouldNotBe(others);
        }
    }

    /// <summary>Gradients by tags are those of the model's own output, whichever tags stand on the way to others.</summary>
    [Fact]
    public void FeatureGradients_AreThoseOfTheModelWithoutOtherOutputs()
    {
        using Model several = Nets.Make(
            "[Input(2, 4, 6)] [Conv(5, 3, Pad = 1)] [Tanh] [Tag(\"x\")] [Conv(3, 1, Name = \"side\")] [Tag(\"side1\")] [Output(\"side2\")] [From(\"x\")] [Conv(4, 3, Name = \"last\")] [Tag(\"t\", Gradient = true)] [Sigmoid] [Flatten] [Dense(3)]");
        using Model one = Nets.Make("[Input(2, 4, 6)] [Conv(5, 3, Pad = 1)] [Tanh] [Conv(4, 3, Name = \"last\")] [Tag(\"t\", Gradient = true)] [Sigmoid] [Flatten] [Dense(3)]");
        foreach (Parameter parameter in one.Parameters)
        {
            several.Parameters[parameter.Path].Values.CopyTo(parameter.Edit());
        }

        float[] inputs = Nets.Random(3 * one.Description.InputSize, 2);
        float[] byOutput = Nets.Random(3 * 3, 5);
        (float[] expected, float[] expectedValues) = Gradients(one);
        (float[] actual, float[] values) = Gradients(several);

        actual.ShouldBe(expected);
        values.ShouldBe(expectedValues);

        (float[] Gradients, float[] Values) Gradients(Model model)
        {
            float[] gradients = new float[3 * 4 * 8];
            float[] at = new float[gradients.Length];
            model.FeatureGradients("t", inputs, byOutput, gradients, at);
            return (gradients, at);
        }
    }

    [Fact]
    public void Outputs_AreWhatTagsRead()
    {
        using Model model = Nets.Make("[Input(2, 4, 6)] [Conv(5, 3, Pad = 1)] [ReLU] [Tag(\"t\")] [Output(\"relu\")] [MaxPool(2)] [Conv(4, 3, Pad = 1)]");
        float[] inputs = Nets.Random(3 * model.Description.InputSize, 2);
        float[] values = new float[3 * 5 * 24];
        OutputSet outputs = new(model.Description);
        model.Predict(inputs, outputs);
        model.Features("t", inputs, values);

        outputs["relu"].ToArray().ShouldBe(values);
        model.Forward(inputs, outputs);
        outputs["relu"].ToArray().ShouldBe(values, 1e-5);
        outputs["output"].ToArray().ShouldBe(Nets.Predict(model, inputs), 1e-5);
    }
}
