using System.Text.RegularExpressions;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using NetGen.Generators.Tests.Snapshots;
using Shouldly;
using Xunit.Abstractions;

namespace NetGen.Generators.Tests.Emission;

/// <summary>A model's file is reviewed as a difference: a change of one layer has to read as that, however deep the network.</summary>
public sealed partial class ReviewedChangeTests(ITestOutputHelper output)
{
    /// <summary>What a block's label begins with, in the code.</summary>
    private const string Block = "UB1_";

    /// <summary>The layers that have other sizes, as the table and as the code call them: those that write the filters or read them.</summary>
    private static readonly string[] s_touched =
    [
        "unevenblock1.conv1", "unevenblock1.batchnorm1", "unevenblock1.relu1", "unevenblock1.conv2",
        Block + "Conv1", Block + "BatchNorm1", Block + "ReLU1", Block + "Conv2",
    ];

    [Fact]
    public void OtherFiltersInABlock_ChangeLinesOfItsLayersAlone()
    {
        string[] changed =
        [
            .. InlineDiffBuilder.Diff(ModelFile(between: 512), ModelFile(between: 384), ignoreWhiteSpace: false).Lines
                .Where(line => line.Type != ChangeType.Unchanged)
                .Select(line => line.Text.Trim()),
        ];

        output.WriteLine($"{changed.Length} lines, taken away or added.");
        changed.Where(line => !IsExplained(line)).ShouldBeEmpty();
        changed.Length.ShouldBeInRange(1, 200);
    }

    /// <summary>
    /// Whether a reviewer sees why the line is another: it names such a layer, or is the block's row in the class's documentation; or it is a sum, or the largest, over all layers; or the place of a buffer of the block, or of a
    /// buffer that lies behind one; or memory is shared otherwise, so that a buffer lies elsewhere or threads wait elsewhere, with the empty lines around.
    /// </summary>
    private static bool IsExplained(string line) =>
        s_touched.Any(name => line.Contains(name, StringComparison.Ordinal))
        || line.StartsWith("/// unevenblock1 ", StringComparison.Ordinal)
        || Total().IsMatch(line)
        || (Place().IsMatch(line) && line.Contains(Block, StringComparison.Ordinal))
        || Start().IsMatch(line)
        || line is "c.Barrier();" or "";

    /// <summary>Rows and figures of <c>Info</c>, and the sizes of regions in <c>Layout</c>.</summary>
    [GeneratedRegex(@"^((/// )?total |predictionMemory(Unshared)?: |trainingMemoryPerImage: |public const int ParameterCount = |(Predict|Train)(Slot|Weights|Work) = |Shard = |Statistics = )")]
    private static partial Regex Total();

    /// <summary>A constant by another one: <c>UB1_Conv2Bias = UB1_Conv2Weight + 1769472,</c>.</summary>
    [GeneratedRegex(@"^\w+ = \w+( [+-] \d+)?[,;]")]
    private static partial Regex Place();

    /// <summary>A value's place where it is at the start of others: <c>GlobalAvgPool1 = 16128, // (512)</c>.</summary>
    [GeneratedRegex(@"^\w+ = \d+, // \(")]
    private static partial Regex Start();

    /// <summary>ResNet-18, whose last block has these filters between its two convolutions.</summary>
    private static string ModelFile(int between) => Generation.Files($$""""
        namespace Nets;

        [Layers("""
            [Tag("input")]
            [Conv(between, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
            [Conv(C, 3, Pad = 1, Bias = false)] [BatchNorm]
            [Add("input")] [ReLU]
            """)]
        public sealed class UnevenBlockAttribute(int between) : BlockAttribute
        {
            public int Between { get; } = between;
        }

        [Input(3, 224, 224)] [Conv(64, 7, Stride = 2, Pad = 3, Bias = false)] [BatchNorm] [ReLU] [MaxPool(3, Stride = 2, Pad = 1)]
        [BasicBlock(64, Repeat = 2)]
        [BasicBlock(128, Stride = 2)] [BasicBlock(128)]
        [BasicBlock(256, Stride = 2)] [BasicBlock(256)]
        [BasicBlock(512, Stride = 2)] [UnevenBlock({{between}})]
        [GlobalAvgPool] [Dense(1000)] [SoftmaxCrossEntropy]
        public sealed partial class ResNet18;
        """")["Nets.ResNet18.g.cs"];
}
