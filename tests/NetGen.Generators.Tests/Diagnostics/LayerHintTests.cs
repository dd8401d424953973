using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Another framework's words, and misspelled ones, are told ours beside C#'s own errors; a project that uses such names for something else hears nothing.</summary>
public sealed class LayerHintTests
{
    [Theory]
    [InlineData("Relu", "NetGen has no layer Relu: write [ReLU]")]
    [InlineData("Conv2D(8, 3)", "NetGen has no layer Conv2D: write [Conv(filters, kernel)]")]
    [InlineData("Linear(8)", "NetGen has no layer Linear: write [Dense(units)]")]
    [InlineData("MaxPooling2D(2)", "NetGen has no layer MaxPooling2D: write [MaxPool(kernel)]")]
    [InlineData("BatchNormalization", "NetGen has no layer BatchNormalization: write [BatchNorm]")]
    [InlineData("Flaten", "NetGen has no layer Flaten: write [Flatten]")]
    [InlineData("batchnorm", "NetGen has no layer batchnorm: write [BatchNorm]")]
    [InlineData("CrossEntropyLoss", "NetGen has no layer CrossEntropyLoss: write [SoftmaxCrossEntropy]")]
    public void ALayer(string layer, string message) => Says($"[Input(3, 8, 8)] [{layer}] [Flatten] partial class Net;", "NG0054", message);

    [Theory]
    [InlineData("Conv(8, 3, Padding = 1)", "Conv has no setting Padding: write Pad = …")]
    [InlineData("Conv(8, 3, Strides = 2)", "Conv has no setting Strides: write Stride = …")]
    [InlineData("Conv(8, 3, use_bias = false)", "Conv has no setting use_bias: write Bias = …")]
    [InlineData("Conv(8, 3, pad = 1)", "Conv has no setting pad: write Pad = …")]
    [InlineData("Dense(Units = 8)", "Dense has no setting Units: units is an argument, written without a name: Dense(units)")]
    [InlineData("ReLU(Inplace = true)", "ReLU has no setting Inplace: it takes Name, Repeat, Share")]
    public void ASetting(string layer, string message) => Says($"[Input(3, 8, 8)] [{layer}] [Flatten] partial class Net;", "NG0055", message);

    [Fact]
    public void AMissingUsing_IsToldOnce()
    {
        CSharpCompilation compilation = Sources.Compile("");
        compilation = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText("[Input(3)] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;", path: "Nets.cs"));

        (_, var reported) = Analysis.Generate(compilation);

        reported.ShouldHaveSingleItem().GetMessage().ShouldBe("NetGen has no layer Input: [Input] is NetGen.InputAttribute, so add \"using NetGen;\"");
    }

    [Theory]
    [InlineData("[Linear] class Other;")]
    [InlineData("[Input(4)] [Dense(2)] [Serializeable] partial class Net;")]
    public void WhatIsNoLayer_IsLeftAlone(string source) => Analysis.Generate(Sources.Compile(source)).Reported.ShouldBeEmpty();

    private static void Says(string source, string id, string message)
    {
        CSharpCompilation compilation = Sources.Compile(source);
        Analysis.Run(compilation).Select(d => (d.Id, d.GetMessage())).ShouldBe([(id, message)]);
        (CSharpCompilation built, var reported) = Analysis.Generate(compilation);
        reported.Select(d => (d.Id, d.GetMessage())).ShouldBe([(id, message)]);
        Analysis.Run(built).ShouldBeEmpty();
    }
}
