using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class BatchNormTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [BatchNorm]")]
    [InlineData("[Input(17)] [BatchNorm]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3)] [BatchNorm] [Tanh]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3, Bias = false)] [BatchNorm] [LeakyReLU(0.3f)] [Conv(4, 1)]")]
    [InlineData("[Input(9)] [Dense(8)] [BatchNorm] [Sigmoid] [Dense(4)] [BatchNorm]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 6);

    [Theory]
    [InlineData("[Input(5, 4, 3)] [BatchNorm]")]
    [InlineData("[Input(3, 5, 5)] [Conv(6, 3)] [BatchNorm] [LeakyReLU(0.3f)] [Conv(4, 1)]")]
    [InlineData("[Input(9)] [Dense(8)] [BatchNorm] [Sigmoid]")]
    public void FrozenGradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2, batch: 4, prepare: model =>
    {
        model.FreezeBatchNorm = true;
        model.Parameters["batchnorm1.running_mean"].Edit().Fill(0.3f);
        model.Parameters["batchnorm1.running_var"].Edit().Fill(0.7f);
    });

    [Fact]
    public void Training_NormalisesByTheBatch_AndMovesTheRunningStatistics()
    {
        using Model model = Nets.Make("[Input(1)] [BatchNorm(Momentum = 0.25f)]");

        float[] outputs = Nets.Forward(model, 1, 2, 3, 6);

        // Mean 3, biased variance 3.5, unbiased 14 / 3.
        outputs[0].ShouldBe(-2 / MathF.Sqrt(3.5f), 1e-5);
        outputs[3].ShouldBe(3 / MathF.Sqrt(3.5f), 1e-5);
        model.Parameters["batchnorm1.running_mean"].Values[0].ShouldBe(0.75f, 1e-6);
        model.Parameters["batchnorm1.running_var"].Values[0].ShouldBe(0.75f + (14f / 12), 1e-6);
    }

    [Fact]
    public void Prediction_UsesTheRunningStatistics_AndLeavesThem()
    {
        using Model model = Nets.Make("[Input(1)] [BatchNorm]");
        model.Parameters["batchnorm1.running_mean"].Edit()[0] = 5;
        model.Parameters["batchnorm1.running_var"].Edit()[0] = 4;
        model.Parameters["batchnorm1.weight"].Edit()[0] = 3;
        model.Parameters["batchnorm1.bias"].Edit()[0] = 1;

        Nets.Predict(model, 5, 7)[1].ShouldBe(4, 1e-4);

        model.Parameters["batchnorm1.running_mean"].Values[0].ShouldBe(5);
        model.Parameters["batchnorm1.running_var"].Values[0].ShouldBe(4);
    }

    [Fact]
    public void Frozen_LeavesTheRunningStatistics()
    {
        using Model model = Nets.Make("[Input(1)] [BatchNorm]");
        model.FreezeBatchNorm = true;

        Nets.Forward(model, 1, 2, 3, 6)[3].ShouldBe(6, 1e-4);

        model.Parameters["batchnorm1.running_mean"].Values[0].ShouldBe(0);
        model.Parameters["batchnorm1.running_var"].Values[0].ShouldBe(1);
    }

    [Fact]
    public void LargeMean_LosesNoVariance()
    {
        using Model model = Nets.Make("[Input(1)] [BatchNorm]");

        // A one-pass sum of squares would lose these deviations of 1 beside 4096.
        float[] outputs = Nets.Forward(model, 4095, 4097, 4095, 4097);

        outputs[0].ShouldBe(-1, 1e-3);
        outputs[1].ShouldBe(1, 1e-3);
    }

    [Fact]
    public void ConstantChannel_StaysFinite()
    {
        using Model model = Nets.Make("[Input(2, 2, 2)] [BatchNorm]");

        Nets.Forward(model, Enumerable.Repeat(3f, 16).ToArray()).ShouldAllBe(v => Math.Abs(v) < 1e-3);
        Nets.Backward(model, Nets.Random(16, 3)).ShouldAllBe(v => float.IsFinite(v));
        model.Parameters["batchnorm1.running_var"].Values.ToArray().ShouldAllBe(v => Math.Abs(v - 0.9f) < 1e-6);
    }

    [Fact]
    public void FoldedIntoConvolution_PredictsWhatFrozenTrainingComputes()
    {
        using Model model = Nets.Make("[Input(3, 5, 5)] [Conv(18, 3)] [BatchNorm] [ReLU]");
        Nets.Random(18, 4).CopyTo(model.Parameters["batchnorm1.running_mean"].Edit());
        Nets.Random(18, 6).CopyTo(model.Parameters["batchnorm1.bias"].Edit());
        model.Parameters["batchnorm1.running_var"].Edit().Fill(0.4f);
        model.FreezeBatchNorm = true;
        float[] input = Nets.Random(2 * 75, 1);

        float[] predicted = Nets.Predict(model, input);

        Nets.Forward(model, input).ShouldBe(predicted, 1e-4);
    }
}
