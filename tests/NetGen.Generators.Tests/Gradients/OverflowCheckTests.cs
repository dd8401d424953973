using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Tests.Support;
using NetGen.Golden;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>A project that checks arithmetic for overflow gets the same bits: kernels step back over borders and hash counters, which must not throw.</summary>
public sealed class OverflowCheckTests
{
    private static readonly string[] s_declarations =
    [
        "[Input(1, 4, 4)] [Conv(1, 3, Pad = 1)] [Flatten] [Dense(3)] [SoftmaxCrossEntropy]",
        "[Input(3, 9, 7)] [Conv(18, 3, Pad = 1, Stride = 2)] [BatchNorm] [ReLU] [Dropout(0.5f)] [Conv(5, 5, Pad = 4, Dilation = 2)] [GlobalAvgPool] [SoftmaxCrossEntropy]",
        "[Input(4, 5, 5)] [ConvTranspose(6, 4, Stride = 2, Pad = 1)] [Dropout(0.25f)] [MaxPool(3, Stride = 2, Pad = 1)] [AvgPool(3, Stride = 1, Pad = 1)] [Flatten] [Dense(3)] [SoftmaxCrossEntropy]",
        "[Input(6, 14, 14)] [DepthwiseConv(13, Pad = 6)] [Conv(4, 7, Stride = 6, Pad = 3)] [Upsample(2, Mode = UpsampleMode.Bilinear)] [ConvTranspose(3, 9, Stride = 7, Pad = 1)] [GlobalMaxPool] [SoftmaxCrossEntropy]",
        "[Input(6, 6, 6)] [DepthwiseConv(3, Pad = 1, Stride = 2, Multiplier = 2)] [Conv(12, 3, Pad = 1, Groups = 3)] [GroupNorm(3)] [LocalResponseNorm(3)] [ZeroPad(2)] [Crop(1)] [Flatten] [Dense(3)] [SoftmaxCrossEntropy]",
    ];

    public static TheoryData<string> Declarations => [.. s_declarations];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Bits_AreTheSame(string declaration)
    {
        using Model plain = ModelCompiler.Compile(declaration)(7);
        using Model check = ModelCompiler.Compile(declaration, checkOverflow: true)(7);
        int size = plain.Description.InputSize;
        float[] inputs = Nets.Random(5 * size, 3);
        int[] labels = [0, 1, 2, 1, 0];
        Optimizer first = new Adam(0.01f);
        Optimizer second = new Adam(0.01f);
        for (int step = 0; step < 3; step++)
        {
            plain.TrainStep(inputs, labels, first).Loss.ShouldBe(check.TrainStep(inputs, labels, second).Loss);
        }

        foreach (Parameter parameter in plain.Parameters)
        {
            Bits(check.Parameters[parameter.Path].Edit()).ShouldBe(Bits(parameter.Edit()), parameter.Path);
        }

        Bits(Nets.Predict(check, inputs)).ShouldBe(Bits(Nets.Predict(plain, inputs)));
    }

    /// <summary>Whatever the values, so that rare paths are met as well: no method of a kernel calculates where overflow is checked.</summary>
    [Theory]
    [MemberData(nameof(Declarations))]
    public void Kernels_CalculateUnchecked(string declaration)
    {
        CSharpCompilation compilation = Sources.Compile(Sources.Net(declaration));
        (CSharpCompilation output, _) = Analysis.Generate(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)));

        MethodDeclarationSyntax[] methods = [.. output.SyntaxTrees.Where(t => t.FilePath.Contains(".Kernels-", StringComparison.Ordinal) || t.FilePath.Contains(".Tiles-", StringComparison.Ordinal)).SelectMany(t => t.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>()];
        methods.Length.ShouldBeGreaterThan(20);
        methods
            .Where(m => ((SyntaxNode?)m.Body ?? m.ExpressionBody)!.DescendantNodes(n => n.Kind() is not (SyntaxKind.UncheckedStatement or SyntaxKind.UncheckedExpression)).Any(n => n.Kind()
                is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression))
            .Select(m => m.Identifier.ValueText)
            .ShouldBeEmpty();
    }

    private static uint[] Bits(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, uint>(values).ToArray();
}
