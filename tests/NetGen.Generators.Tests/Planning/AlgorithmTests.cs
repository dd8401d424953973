using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Which algorithm computes a layer.</summary>
public sealed class AlgorithmTests
{
    [Theory]
    [InlineData("[Input(3, 8, 8)] [Conv(16, 3)]", "DirectConv", "DirectConv")]
    [InlineData("[Input(3, 8, 8)] [Conv(16, 8)]", "SinglePixelConv", "SinglePixelConv")]
    [InlineData("[Input(3, 8, 8)] [Conv(16, 7)]", "DirectConv", "DirectConv")]
    [InlineData("[Input(64)] [Dense(10)]", "PackedDense", "PackedDense")]
    [InlineData("[Input(512)] [Dense(512)]", "PackedDense", "LargeDense")]
    [InlineData("[Input(512)] [Dense(511)]", "PackedDense", "PackedDense")]
    [InlineData("[Input(15)] [Dense(40000)]", "PackedDense", "PackedDense")]
    [InlineData("[Input(512)] [Dense(512, Share = \"d\")] [Dense(512, Share = \"d\")]", "PackedDense", "PackedDense")]
    [InlineData("[Input(8, 20, 20)] [DepthwiseConv(11)]", "TiledDepthwiseConv", "TiledDepthwiseConv")]
    [InlineData("[Input(8, 20, 20)] [DepthwiseConv(12)]", "LoopedDepthwiseConv", "LoopedDepthwiseConv")]
    [InlineData("[Input(8, 20, 20)] [DepthwiseConv(3, Stride = 5)]", "LoopedDepthwiseConv", "LoopedDepthwiseConv")]
    public void TheCheapestThatFits_IsChosen(string layers, string prediction, string training)
    {
        ShapedGraph graph = Models.Shaped(layers);

        new LoweringChoice(graph, training: false)[graph.Output].GetType().Name.ShouldBe(prediction);
        new LoweringChoice(graph, training: true)[graph.Output].GetType().Name.ShouldBe(training);
    }

    /// <summary>An output of one pixel fills a sixth of a tile, unless the images are its columns.</summary>
    [Fact]
    public void Cost_CountsWhatTilesLeaveEmpty()
    {
        ShapedNode layer = Models.Last("[Input(3, 8, 8)] [Conv(16, 8)]");
        AlgorithmRequest request = new(layer, Training: false, SharesParameters: false, Images: 1);

        new SinglePixelConv().Cost(request).ShouldBe(layer.Macs);
        new DirectConv().Cost(request).ShouldBe(6.0 * layer.Macs);
    }
}
