using NetGen.Generators.IR;
using NetGen.Generators.Tests.Gradients;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>How many images a chunk of a training step has.</summary>
public sealed class TrainingChunkTests
{
    /// <summary>
    /// Many weights and small maps: as many images as a shard of a usual batch has. Large values of few weights: one, which stays in the cache. Values that no cache holds: few, and
    /// never more memory than is reasonable.
    /// </summary>
    [Theory]
    [InlineData("[Input(256)] [Dense(512)] [ReLU] [Dense(512)] [ReLU] [Dense(10)] [SoftmaxCrossEntropy]", 16)]
    [InlineData("[Input(3, 128, 128)] [Conv(16, 3, Pad = 1)] [ReLU] [Conv(16, 3, Pad = 1)] [ReLU] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]", 1)]
    [InlineData("[Input(3, 224, 224)] [Conv(64, 3, Pad = 1)] [ReLU] [MaxPool(2)] [Flatten] [Dense(64)] [SoftmaxCrossEntropy]", 1)]
    [InlineData("[Input(128, 7, 7)] [Conv(256, 3, Pad = 1)] [ReLU] [Conv(256, 3, Pad = 1)] [ReLU] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]", 16)]
    public void Chunk_HasAsManyImagesAsPay(string layers, int images) => Train(layers).Chunk.ShouldBe(images);

    /// <summary>What a call sees of images decides on its form too.</summary>
    [Fact]
    public void MapsOfFewTiles_TakeWinogradsForm_WhereAChunkHasManyImages() =>
        Train("[Input(128, 7, 7)] [Conv(256, 3, Pad = 1)] [ReLU] [Conv(256, 3, Pad = 1)] [ReLU] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]")
            .Kernels.OfType<WinogradConvolutionKernel>().Count(k => k.Tile == 4).ShouldBe(4);

    /// <summary>An image's gradients do not depend on which others are in its chunk; the sums' order over images stays as well.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(19)]
    public void Batches_ThatFillNoChunk_SumWhatTheirImagesGive(int batch)
    {
        const string Layers = "[Input(16, 7, 7)] [Conv(32, 3, Pad = 1)] [ReLU] [Conv(32, 3, Pad = 1)] [ReLU] [GlobalAvgPool] [Dense(4)]";
        using Model model = Nets.Make(Layers);
        int size = model.Description.InputSize;
        float[] images = Nets.Random(batch * size, 6);
        float[] outputGradients = Nets.Random(batch * 4, 7);
        Nets.Forward(model, images);
        float[] together = Nets.Backward(model, outputGradients);
        for (int i = 0; i < batch; i += Math.Max(1, batch - 1))
        {
            Nets.Forward(model, images[(i * size)..((i + 1) * size)]);
            Nets.Backward(model, outputGradients[(i * 4)..((i + 1) * 4)]).ShouldBe(together[(i * size)..((i + 1) * size)]);
        }
    }

    private static Plan Train(string layers) => Compiler.Compile(Models.Parse(Sources.Net(layers))).Plan.ShouldNotBeNull().Train;
}
