using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class BinaryCrossEntropyTests
{
    [Theory]
    [InlineData("[Input(7)] [LeakyReLU(1f)] [BinaryCrossEntropy]")]
    [InlineData("[Input(7)] [Dense(18)] [Tanh] [Dense(3)] [BinaryCrossEntropy]")]
    [InlineData("[Input(3, 4, 4)] [Conv(17, 3)] [BinaryCrossEntropy]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3, batch: 5);

    [Theory]
    [InlineData("[Input(3)] [LeakyReLU(1f)] [BinaryCrossEntropy]", 3)]
    [InlineData("[Input(17)] [LeakyReLU(1f)] [BinaryCrossEntropy]", 17)]
    [InlineData("[Input(18, 3, 2)] [LeakyReLU(1f)] [BinaryCrossEntropy]", 108)]
    public void LossAndGradient_AreThoseOfTheFormula(string declaration, int size)
    {
        using Model model = Nets.Make(declaration);
        float[] inputs = Nets.Random(4 * size, 1, scale: 3);
        float[] targets = [.. Nets.Random(4 * size, 2).Select(t => (t + 1) / 2)];
        float[] gradients = new float[inputs.Length];

        StepResult result = model.ComputeGradients(inputs, targets, default, gradients);

        double loss = inputs.Zip(targets, (x, t) => Loss(x, t)).Average();
        result.Loss.ShouldBe(loss, 1e-6);
        model.Evaluate(inputs, targets).Loss.ShouldBe(loss, 1e-6);
        gradients.ShouldBe(inputs.Zip(targets, (x, t) => (float)(Slope(x, t) / inputs.Length)), 1e-7);
    }

    [Fact]
    public void LargeOutputs_Overflow_Nothing()
    {
        using Model model = Nets.Make("[Input(4)] [LeakyReLU(1f)] [BinaryCrossEntropy]");
        float[] gradients = new float[4];

        model.ComputeGradients([1000, -1000, 1000, -1000], [1f, 0, 0, 1], default, gradients).Loss.ShouldBe(500, 1e-3);

        gradients.ShouldBe([0, 0, 0.25f, -0.25f], 1e-6);
        model.Evaluate([1000, -1000, 1000, -1000], [1f, 0, 0, 1]).Loss.ShouldBe(500, 1e-3);
    }

    private static double Loss(double x, double t) => Math.Log(1 + Math.Exp(x)) - (x * t);

    private static double Slope(double x, double t) => (1 / (1 + Math.Exp(-x))) - t;
}
