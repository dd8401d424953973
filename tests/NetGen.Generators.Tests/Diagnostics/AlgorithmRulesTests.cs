using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>NG0061: an algorithm is taken where it computes the layer.</summary>
public sealed class AlgorithmRulesTests
{
    [Theory]
    [InlineData("Conv(16, 5, Algorithm = ConvAlgorithm.Winograd4)", "Winograd4")]
    [InlineData("Conv(16, 3, Stride = 2, Algorithm = ConvAlgorithm.Winograd2)", "Winograd2")]
    [InlineData("Conv(16, 3, Dilation = 2, Algorithm = ConvAlgorithm.Winograd2)", "Winograd2")]
    [InlineData("Conv(16, 3, Pad = 3, Algorithm = ConvAlgorithm.Winograd4)", "Winograd4")]
    [InlineData("Conv(16, 3, Groups = 4, Algorithm = ConvAlgorithm.Winograd4)", "Winograd4")]
    [InlineData("Conv(2, 3, Connections = \"0,1; 1,2\", Algorithm = ConvAlgorithm.Winograd4)", "Winograd4")]
    public void NG0061_AlgorithmDoesNotFit(string layer, string algorithm) => Analysis.Reports(
        Sources.Net($"[Input(4, 12, 12)] [{layer}]"),
        ("NG0061", $"Conv cannot be computed by {algorithm}, which is for a kernel of 3×3 with strides and dilations of 1, paddings up to 2, one group and no connection table: leave Algorithm out", $"Algorithm = ConvAlgorithm.{algorithm}"));

    [Fact]
    public void AnAlgorithmThatFits_IsTaken()
    {
        Analysis.Accepts(Sources.Net("[Input(3, 8, 8)] [Conv(16, 3, Pad = 2, Algorithm = ConvAlgorithm.Winograd4)] [Conv(8, 3, Algorithm = ConvAlgorithm.Winograd2)]"));
        Analysis.Accepts(Sources.Net("[Input(3, 8, 8)] [Conv(16, 5, Algorithm = ConvAlgorithm.Direct)] [Conv(8, 1, Algorithm = ConvAlgorithm.Auto)]"));
    }
}
