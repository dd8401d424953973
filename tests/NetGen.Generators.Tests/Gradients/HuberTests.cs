using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class HuberTests
{
    [Theory]
    [InlineData("[Input(7)] [LeakyReLU(1f)] [Huber]")]
    [InlineData("[Input(7)] [Dense(18)] [Tanh] [Dense(3)] [Huber(Delta = 0.3f)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(17, 3)] [Huber]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3, batch: 5);

    [Theory]
    [InlineData("[Input(3)] [LeakyReLU(1f)] [Huber]", 3)]
    [InlineData("[Input(17)] [LeakyReLU(1f)] [Huber]", 17)]
    [InlineData("[Input(18, 3, 2)] [LeakyReLU(1f)] [Huber]", 108)]
    public void LossAndGradient_AreThoseOfTheFormula(string declaration, int size)
    {
        using Model model = Nets.Make(declaration);
        float[] inputs = Nets.Random(4 * size, 1, scale: 3);
        float[] targets = Nets.Random(4 * size, 2);
        float[] gradients = new float[inputs.Length];

        StepResult result = model.ComputeGradients(inputs, targets, default, gradients);

        double loss = inputs.Zip(targets, (x, t) => Loss(x, t)).Average();
        result.Loss.ShouldBe(loss, 1e-6);
        model.Evaluate(inputs, targets).Loss.ShouldBe(loss, 1e-6);
        gradients.ShouldBe(inputs.Zip(targets, (x, t) => (float)(Slope(x, t) / inputs.Length)), 1e-7);
    }

    [Fact]
    public void Delta_IsWhereTheLineBegins()
    {
        using Model model = Nets.Make("[Input(3)] [LeakyReLU(1f)] [Huber(Delta = 2f)]");
        float[] gradients = new float[3];

        model.ComputeGradients([1, 5, -1e30f], [0f, 0, -1e30f], default, gradients).Loss.ShouldBe((0.5 + (2 * (5 - 1))) / 3, 1e-6);

        gradients.ShouldBe([1f / 3, 2f / 3, 0], 1e-6);
    }

    private static double Loss(double x, double t) => Math.Abs(x - t) < 1 ? (x - t) * (x - t) / 2 : Math.Abs(x - t) - 0.5;

    private static double Slope(double x, double t) => Math.Clamp(x - t, -1, 1);
}
