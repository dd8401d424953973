using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class SmoothL1Tests
{
    [Theory]
    [InlineData("[Input(7)] [LeakyReLU(1f)] [SmoothL1]")]
    [InlineData("[Input(7)] [Dense(18)] [Tanh] [Dense(3)] [SmoothL1(Beta = 0.3f)]")]
    [InlineData("[Input(3, 4, 4)] [Conv(17, 3)] [SmoothL1]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3, batch: 5);

    [Theory]
    [InlineData("[Input(3)] [LeakyReLU(1f)] [SmoothL1(Beta = 0.5f)]", 3, 0.5)]
    [InlineData("[Input(17)] [LeakyReLU(1f)] [SmoothL1]", 17, 1)]
    [InlineData("[Input(18, 3, 2)] [LeakyReLU(1f)] [SmoothL1(Beta = 2f)]", 108, 2)]
    [InlineData("[Input(18, 3, 2)] [LeakyReLU(1f)] [SmoothL1(Beta = 0)]", 108, 0)]
    public void LossAndGradient_AreThoseOfTheFormula(string declaration, int size, double beta)
    {
        using Model model = Nets.Make(declaration);
        float[] inputs = Nets.Random(4 * size, 1, scale: 3);
        float[] targets = Nets.Random(4 * size, 2);
        float[] gradients = new float[inputs.Length];

        StepResult result = model.ComputeGradients(inputs, targets, default, gradients);

        double loss = inputs.Zip(targets, (x, t) => Loss(x - t, beta)).Average();
        result.Loss.ShouldBe(loss, 1e-6);
        model.Evaluate(inputs, targets).Loss.ShouldBe(loss, 1e-6);
        gradients.ShouldBe(inputs.Zip(targets, (x, t) => (float)(Slope(x - t, beta) / inputs.Length)), 1e-7);
    }

    private static double Loss(double d, double beta) => Math.Abs(d) < beta ? d * d / 2 / beta : Math.Abs(d) - (beta / 2);

    private static double Slope(double d, double beta) => Math.Abs(d) < beta ? d / beta : Math.Sign(d);
}
