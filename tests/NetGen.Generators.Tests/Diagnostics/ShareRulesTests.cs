using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>NG0059 and NG0060: what may share parameters.</summary>
public sealed class ShareRulesTests
{
    [Fact]
    public void NG0059_SharedLayersDiffer()
    {
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [Conv(3, 3, Pad = 1, Share = \"s\")] [Conv(3, 5, Pad = 2, Share = \"s\")]"),
            ("NG0059", "[Conv(3, 5, Pad = 2, Share = \"s\")] cannot share its parameters with [Conv(3, 3, Pad = 1, Share = \"s\")], which is another layer: give both the same settings, or Share another word than \"s\"", "Share = \"s\""));
        Analysis.Reports(
            Sources.Net("[Input(4)] [Dense(4, Share = \"s\")] [RadialBasis(4, Share = \"s\")]"),
            ("NG0059", "[RadialBasis(4, Share = \"s\")] cannot share its parameters with [Dense(4, Share = \"s\")], which is another layer: give both the same settings, or Share another word than \"s\"", "Share = \"s\""));
        Analysis.Accepts(Sources.Net("[Input(4)] [Dense(4, Share = \"s\", Name = \"one\")] [Dense(4, Share = \"s\", Name = \"two\")] [Dense(4, Share = \"t\")]"));
    }

    [Fact]
    public void NG0060_SharedShapesDiffer()
    {
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [Conv(16, 3, Share = \"s\")] [Conv(16, 3, Share = \"s\")]"),
            ("NG0060", "Conv (conv2) cannot share the parameters of conv1: its input is (16, 6, 6), and theirs are made for (3, 8, 8), so give both inputs the same channels or leave Share out", "Share = \"s\""));

        // Only the channels count: a convolution's weights fit images of any size.
        Analysis.Accepts(Sources.Net("[Input(3, 8, 8)] [Conv(3, 3, Share = \"s\")] [Conv(3, 3, Share = \"s\")]"));
    }

    [Fact]
    public void NG0060_ABlockWithOtherLayers() => Analysis.Reports(
        Sources.Net("[Input(4, 8, 8)] [BasicBlock(8, Share = \"s\")] [BasicBlock(8, Share = \"s\")]"),
        ("NG0060", "Conv (basicblock2.conv1) cannot share the parameters of basicblock1.conv1: its input is (8, 8, 8), and theirs are made for (4, 8, 8), so give both inputs the same channels or leave Share out", "Share = \"s\""));

    [Theory]
    [InlineData("[Input(4)] [ReLU(Share = \"s\")]", "ReLU")]
    [InlineData("[Input(4)] [Tag(\"x\", Share = \"s\")] [Dense(2)]", "Tag")]
    [InlineData("[Input(4, Share = \"s\")] [Dense(2)]", "Input")]
    public void Share_WithoutParameters(string layers, string kind) =>
        Analysis.Reports(Sources.Net(layers), ("NG0022", $"{kind} takes no Share: leave it out", "Share = \"s\""));
}
