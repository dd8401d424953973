using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class HardSwishTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [HardSwish]")]
    [InlineData("[Input(1)] [HardSwish]")]
    [InlineData("[Input(17)] [Dense(18)] [HardSwish] [Dense(3)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(5, 3)] [HardSwish] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Values_AreAccurate()
    {
        float[] inputs = [.. Enumerable.Range(-90, 181).Select(i => i / 10f)];

        float[] outputs = Nets.Predict("[Input(181)] [HardSwish]", inputs);

        for (int i = 0; i < inputs.Length; i++)
        {
            double x = inputs[i];
            outputs[i].ShouldBe((float)(x * Math.Clamp(x + 3, 0, 6) / 6), 1e-6 * Math.Max(1, Math.Abs(x)));
        }
    }

    [Fact]
    public void NotANumber_StaysOne() => float.IsNaN(Nets.Predict("[Input(2)] [HardSwish]", float.NaN, 1)[0]).ShouldBeTrue();

    [Fact]
    public void LargeInputs_StayFinite()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(4)] [HardSwish]", [-1000, -100, 100, 1000], [1, 1, 1, 1]);

        outputs.ShouldBe([0, 0, 100, 1000], 1e-6);
        gradients.ShouldBe([0, 0, 1, 1], 1e-6);
    }
}
