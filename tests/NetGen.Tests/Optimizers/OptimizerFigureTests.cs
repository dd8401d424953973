using Shouldly;

namespace NetGen.Tests.Optimizers;

/// <summary>Five steps of each optimizer against PyTorch.</summary>
public sealed class OptimizerFigureTests
{
    [Fact]
    public void Sgd() => Compare(new Sgd(0.1f) { WeightDecay = 0.01 }, PyTorchFigures.Sgd);

    [Fact]
    public void Sgd_Momentum() => Compare(new Sgd(0.1f) { Momentum = 0.9 }, PyTorchFigures.SgdMomentum);

    [Fact]
    public void Sgd_Dampening() => Compare(new Sgd(0.1f) { Momentum = 0.9, Dampening = 0.3, WeightDecay = 0.01 }, PyTorchFigures.SgdDampening);

    [Fact]
    public void Sgd_Nesterov() => Compare(new Sgd(0.1f) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.01 }, PyTorchFigures.SgdNesterov);

    [Fact]
    public void AdaGrad() => Compare(new AdaGrad(0.1f), PyTorchFigures.AdaGrad);

    [Fact]
    public void AdaGrad_Decay() =>
        Compare(new AdaGrad(0.1f) { LearningRateDecay = 0.2, InitialAccumulator = 0.5, WeightDecay = 0.01 }, PyTorchFigures.AdaGradDecay);

    [Fact]
    public void RmsProp() => Compare(new RmsProp(), PyTorchFigures.RmsProp);

    [Fact]
    public void RmsProp_Momentum() => Compare(new RmsProp { Momentum = 0.9, WeightDecay = 0.01 }, PyTorchFigures.RmsPropMomentum);

    [Fact]
    public void RmsProp_Centered() => Compare(new RmsProp { Alpha = 0.9, Epsilon = 1e-3, Momentum = 0.5, Centered = true }, PyTorchFigures.RmsPropCentered);

    [Fact]
    public void Adam() => Compare(new Adam(0.05f) { WeightDecay = 0.01 }, PyTorchFigures.Adam);

    [Fact]
    public void AmsGrad() => Compare(new AmsGrad(0.05f) { Beta1 = 0.9, Beta2 = 0.8, Epsilon = 1e-3 }, PyTorchFigures.AmsGrad);

    [Fact]
    public void Adam_WithTheOption_IsAmsGrad() => Compare(new Adam(0.05f) { Beta2 = 0.8, Epsilon = 1e-3, AmsGrad = true }, PyTorchFigures.AmsGrad);

    [Fact]
    public void AdamW() => Compare(new AdamW(0.05f), PyTorchFigures.AdamW);

    [Fact]
    public void AdamW_AmsGrad() => Compare(new AdamW(0.05f) { Beta1 = 0.8, Beta2 = 0.7, WeightDecay = 0.2, AmsGrad = true }, PyTorchFigures.AdamWAmsGrad);

    private static void Compare(Optimizer optimizer, float[] expected)
    {
        float[] actual = FlatParameters.After(optimizer, expected.Length, 5);
        for (int i = 0; i < expected.Length; i++)
        {
            actual[i].ShouldBe(expected[i], 2e-6, $"value {i}");
        }
    }
}
