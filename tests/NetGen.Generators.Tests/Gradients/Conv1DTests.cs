using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Convolutions over the steps of sequences.</summary>
public sealed class Conv1DTests
{
    [Theory]
    [InlineData("[Input(7, 5)] [Conv1D(4, 3)]")]
    [InlineData("[Input(7, 17)] [Conv1D(18, 3, Pad = 1)] [Tanh] [Conv1D(3, 1)]")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3, Stride = 2, PadBefore = 2)]")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 2, Stride = 4, PadAfter = 1)]")]
    [InlineData("[Input(9, 6)] [Conv1D(8, 3, Dilation = 3, Pad = 2, Groups = 2)]")]
    [InlineData("[Input(3, 4)] [Conv1D(5, 3)] [GlobalAvgPool] [Dense(2)]")]
    [InlineData("[Input(1, 4)] [Conv1D(5, 5, Pad = 2)]")]
    [InlineData("[Input(6, 5)] [LSTM(6, ReturnSequences = true)] [Conv1D(7, 3, Pad = 1)] [GRU(4, ReturnSequences = true)] [Conv1D(3, 2)] [Flatten] [Dense(2)]")]
    [InlineData("[Input(6, 5)] [Conv1D(5, 3, Pad = 1)] [Tag(\"x\")] [Conv1D(5, 5, Pad = 2)] [Add(\"x\")] [Slice(1, 4, Axis = SliceAxis.Steps)] [Conv1D(3, 3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(5)] [Embedding(9, 6)] [Conv1D(4, 3, Pad = 1)] [GlobalMaxPool] [Dense(2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 1e-2);

    /// <summary>A kernel of 1, 10, 100 over one feature, with all its padding before: each step sees itself and the two before.</summary>
    [Fact]
    public void ACausalConvolution_SeesStepsBeforeAlone()
    {
        using Model model = Nets.Make("[Input(4, 1)] [Conv1D(1, 3, PadBefore = 2, Bias = false)]");
        model.Parameters["conv1d1.weight"].Shape.ToArray().ShouldBe([1, 1, 3]);
        float[] weight = [100, 10, 1];
        weight.CopyTo(model.Parameters["conv1d1.weight"].Edit());

        Nets.Predict(model, 1, 2, 3, 4).ShouldBe([1, 12, 123, 234]);
        Nets.Forward(model, 1, 2, 3, 4).ShouldBe([1, 12, 123, 234]);
        Nets.Backward(model, 1, 0, 0, 1).ShouldBe([1, 100, 10, 1]);
        model.Parameters["conv1d1.weight"].Gradient.ToArray().ShouldBe([2, 3, 5]);
    }

    [Theory]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3)]", "(7, 6)")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3, Stride = 2, Pad = 1)]", "(5, 6)")]
    [InlineData("[Input(9, 4)] [Conv1D(6, 3, Dilation = 4, PadAfter = 1)]", "(2, 6)")]
    public void Output_IsPyTorchs(string layers, string shape) => Models.Last(layers).Output.ToString().ShouldBe(shape);

    [Fact]
    public void Parameters_ArePyTorchs()
    {
        Models.Parameters("[Input(9, 4)] [Conv1D(6, 3, Groups = 2)]").ShouldBe(["conv1d1.weight (6, 2, 3)", "conv1d1.bias (6)"]);
        Models.Last("[Input(9, 4)] [Conv1D(6, 3, Groups = 2)]").Macs.ShouldBe(7 * 6 * 2 * 3);
    }

    [Theory]
    [InlineData("[Input(4, 5)]", "Conv1D(0, 3)", "NG0023", "filters of Conv1D must be at least 1, but is 0", "0")]
    [InlineData("[Input(4, 5)]", "Conv1D(8, 3, PadAfter = -1)", "NG0023", "PadAfter of Conv1D must be at least 0, but is -1", "PadAfter = -1")]
    [InlineData("[Input(4, 5)]", "Conv1D(8, 3, Dilation = 2)", "NG0024", "The kernel of Conv1D covers 5 steps, but its input (4, 5) with padding is only 4 steps: pad more, take a smaller kernel, or shrink the image less before", "3")]
    [InlineData("[Input(4, 5)]", "Conv1D(8, 3, Groups = 2)", "NG0026", "Conv1D has 2 groups, but its input (4, 5) has 5 channels, which do not divide into them: take a number that divides 5", "Groups = 2")]
    [InlineData("[Input(3, 8, 8)]", "Conv1D(8, 3)", "NG0078", "Conv1D needs a sequence, but its input is the image (3, 8, 8): declare [Input(steps, features)]", "Conv1D(8, 3)")]
    [InlineData("[Input(4, 5, Stepwise = true)]", "Conv1D(8, 3, Pad = 1)", "NG0080", "Conv1D(8, 3, Pad = 1) cannot be predicted step by step, as Stepwise asks for: it looks over all steps", "Conv1D(8, 3, Pad = 1)")]
    public void WhatDoesNotFit_IsTold(string input, string layer, string id, string message, string at) => Analysis.Reports(Sources.Net($"{input} [{layer}]"), (id, message, at));
}
