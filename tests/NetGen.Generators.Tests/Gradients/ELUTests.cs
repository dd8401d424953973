using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class ELUTests
{
    [Theory]
    [InlineData("[Input(5, 3, 4)] [ELU]")]
    [InlineData("[Input(1)] [ELU]")]
    [InlineData("[Input(17)] [Dense(18)] [ELU] [Dense(3)]")]
    [InlineData("[Input(3, 5, 5)] [Conv(5, 3)] [ELU] [Conv(4, 3, Pad = 1)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Values_AreAccurate()
    {
        float[] inputs = [.. Enumerable.Range(-90, 181).Select(i => i / 10f)];

        float[] outputs = Nets.Predict("[Input(181)] [ELU]", inputs);

        for (int i = 0; i < inputs.Length; i++)
        {
            double x = inputs[i];
            outputs[i].ShouldBe((float)(x > 0 ? x : Math.Exp(x) - 1), 1e-6 * Math.Max(1, Math.Abs(x)));
        }
    }

    [Fact]
    public void NotANumber_StaysOne() => float.IsNaN(Nets.Predict("[Input(2)] [ELU]", float.NaN, 1)[0]).ShouldBeTrue();

    [Fact]
    public void LargeInputs_StayFinite()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(4)] [ELU]", [-1000, -100, 100, 1000], [1, 1, 1, 1]);

        outputs.ShouldBe([-1, -1, 100, 1000], 1e-6);
        gradients.ShouldBe([0, 0, 1, 1], 1e-6);
    }

    [Fact]
    public void Alpha_ScalesWhatIsBelowZero()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(2)] [ELU(0.5f)]", [-1, 2], [1, 1]);

        outputs.ShouldBe([0.5f * (MathF.Exp(-1) - 1), 2], 1e-6);
        gradients.ShouldBe([0.5f * MathF.Exp(-1), 1], 1e-6);
    }

    [Fact]
    public void SmallInputs_KeepTheirDigits() => Nets.Predict("[Input(1)] [ELU]", -1e-6f)[0].ShouldBe(-9.999995e-7f, 1e-13);
}
