using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class MeanSquaredErrorTests
{
    [Theory]
    [InlineData("[Input(7)] [Dropout(0)] [MeanSquaredError]")]
    [InlineData("[Input(7)] [Dense(18)] [Tanh] [Dense(3)] [MeanSquaredError]")]
    [InlineData("[Input(3, 4, 4)] [Conv(5, 3)] [MeanSquaredError]")]
    [InlineData("[Input(17, 3, 2)] [Dropout(0)] [MeanSquaredError]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3, batch: 5);

    [Fact]
    public void Loss_IsTheMeanOverAllValues()
    {
        using Model model = Nets.Make("[Input(2)] [Dropout(0)] [MeanSquaredError]");
        float[] gradients = new float[4];
        float[] outputs = new float[4];

        StepResult result = model.ComputeGradients([1, 2, 3, 4], [1f, 0, 0, 4], outputs, gradients);

        result.Loss.ShouldBe(13.0 / 4, 1e-6);
        result.Correct.ShouldBe(0);
        outputs.ShouldBe([1, 2, 3, 4]);
        gradients.ShouldBe([0, 1, 1.5f, 0], 1e-6);
        model.Evaluate([1, 2, 3, 4], [1f, 0, 0, 4]).Loss.ShouldBe(13.0 / 4, 1e-6);
    }
}
