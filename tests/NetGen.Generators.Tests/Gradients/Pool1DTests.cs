using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Pools over the steps of sequences.</summary>
public sealed class Pool1DTests
{
    [Theory]
    [InlineData("[Input(8, 5)] [MaxPool1D(2)]")]
    [InlineData("[Input(7, 17)] [MaxPool1D(3, Stride = 2, Pad = 1)] [Conv1D(3, 1)]")]
    [InlineData("[Input(7, 4)] [MaxPool1D(3, Stride = 2, PadAfter = 1)]")]
    [InlineData("[Input(7, 4)] [MaxPool1D(4, CeilMode = true)]")]
    [InlineData("[Input(7, 4)] [MaxPool1D(2, Stride = 3)]")]
    [InlineData("[Input(30, 3)] [MaxPool1D(28)]")]
    [InlineData("[Input(8, 5)] [AvgPool1D(2)]")]
    [InlineData("[Input(7, 17)] [AvgPool1D(3, Stride = 1, Pad = 1)] [Conv1D(3, 1)]")]
    [InlineData("[Input(7, 4)] [AvgPool1D(3, Stride = 2, PadBefore = 1, CountIncludePad = false)]")]
    [InlineData("[Input(7, 4)] [AvgPool1D(4, CeilMode = true)]")]
    [InlineData("[Input(7, 4)] [AvgPool1D(2, Stride = 3)]")]
    [InlineData("[Input(30, 3)] [AvgPool1D(28)]")]
    [InlineData("[Input(6, 5)] [LSTM(6, ReturnSequences = true)] [MaxPool1D(2)] [GRU(4, ReturnSequences = true)] [AvgPool1D(2, Stride = 1, Pad = 1)] [Flatten] [Dense(2)]")]
    [InlineData("[Input(6, 5)] [Tag(\"x\")] [Conv1D(5, 3, Pad = 1)] [Add(\"x\")] [AvgPool1D(3, Stride = 1, Pad = 1)] [Add(\"x\")] [MaxPool1D(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(6)] [Embedding(9, 6)] [MaxPool1D(2)] [GlobalAvgPool] [Dense(2)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, step: 2e-3f, tolerance: 1e-2);

    [Fact]
    public void TheBorder_NeverWinsAMaximum_AndIsZerosInAMean()
    {
        Nets.Predict("[Input(3, 1)] [MaxPool1D(3, Stride = 1, Pad = 1)]", [-5, -6, -7]).ShouldBe([-5, -5, -6]);
        Nets.Predict("[Input(3, 1)] [AvgPool1D(3, Stride = 1, Pad = 1)]", [3, 6, 9]).ShouldBe([3, 6, 5]);
        Nets.Predict("[Input(3, 1)] [AvgPool1D(3, Stride = 1, Pad = 1, CountIncludePad = false)]", [3, 6, 9]).ShouldBe([4.5f, 6, 7.5f]);
        Nets.Predict("[Input(3, 1)] [AvgPool1D(2, CeilMode = true)]", [3, 6, 9]).ShouldBe([4.5f, 9]);
    }

    [Fact]
    public void OfEqualValues_TheFirstTakesTheGradient()
    {
        (_, float[] gradients) = Nets.Run("[Input(4, 2)] [MaxPool1D(2)]", [1, 0, 1, 0, 2, 3, 5, 3], [10, 20, 30, 40]);

        gradients.ShouldBe([10, 20, 0, 0, 0, 40, 30, 0]);
    }

    [Theory]
    [InlineData("[Input(9, 4)] [MaxPool1D(3)]", "(3, 4)")]
    [InlineData("[Input(10, 4)] [MaxPool1D(3)]", "(3, 4)")]
    [InlineData("[Input(10, 4)] [MaxPool1D(3, CeilMode = true)]", "(4, 4)")]
    [InlineData("[Input(9, 4)] [AvgPool1D(3, Stride = 2, Pad = 1)]", "(5, 4)")]
    [InlineData("[Input(9, 4)] [AvgPool1D(2, PadAfter = 1)]", "(5, 4)")]
    public void Output_IsPyTorchs(string layers, string shape) => Models.Last(layers).Output.ToString().ShouldBe(shape);

    [Theory]
    [InlineData("[Input(4, 5)]", "MaxPool1D(0)", "NG0023", "kernel of MaxPool1D must be at least 1, but is 0", "0")]
    [InlineData("[Input(4, 5)]", "AvgPool1D(2, Stride = 0)", "NG0023", "Stride of AvgPool1D must be at least 1, but is 0", "Stride = 0")]
    [InlineData("[Input(4, 5)]", "MaxPool1D(2, Pad = -1)", "NG0023", "Pad of MaxPool1D must be at least 0, but is -1", "Pad = -1")]
    [InlineData("[Input(4, 5)]", "MaxPool1D(5)", "NG0024", "The kernel of MaxPool1D covers 5 steps, but its input (4, 5) with padding is only 4 steps: pad more, take a smaller kernel, or shrink the image less before", "5")]
    [InlineData("[Input(4, 5)]", "AvgPool1D(3, Pad = 2)", "NG0025", "The padding 2 of AvgPool1D is more than half of its kernel 3: take at most 1", "Pad = 2")]
    [InlineData("[Input(4, 5)]", "MaxPool1D(3, PadAfter = 2)", "NG0025", "The padding 2 of MaxPool1D is more than half of its kernel 3: take at most 1", "PadAfter = 2")]
    [InlineData("[Input(3, 8, 8)]", "MaxPool1D(2)", "NG0078", "MaxPool1D needs a sequence, but its input is the image (3, 8, 8): declare [Input(steps, features)]", "MaxPool1D(2)")]
    [InlineData("[Input(4, 5, Stepwise = true)]", "MaxPool1D(2)", "NG0080", "MaxPool1D(2) cannot be predicted step by step, as Stepwise asks for: it looks over all steps", "MaxPool1D(2)")]
    public void WhatDoesNotFit_IsTold(string input, string layer, string id, string message, string at) => Analysis.Reports(Sources.Net($"{input} [{layer}]"), (id, message, at));
}
