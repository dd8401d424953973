using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>Gradients by tagged values: plain, residual and branched networks over channel counts, sizes down to one pixel, and batches.</summary>
internal static class FeatureGradientCases
{
    private const string G = ", Gradient = true)]";

    public static IEnumerable<SweepCase> All()
    {
        int[] channels = [1, 3, 5, 16, 17, 33];
        int[] batches = [1, 2, 7];
        for (int i = 0; i < channels.Length; i++)
        {
            int filters = channels[channels.Length - 1 - i];
            yield return Plain(channels[i], filters, 2 + (i % 4), 2 + (i * 3 % 5), batches[i % 3]);
            yield return OnePixel(channels[i], filters, batches[(i + 1) % 3]);
            yield return Residual(channels[i], filters, 1 + (i % 5), 1 + (i * 2 % 5), batches[(i + 2) % 3], tagged: i % 2 == 0);
            yield return Branched(channels[i], filters, 1 + (i * 3 % 5), 1 + (i % 3), batches[i % 3]);
        }
    }

    /// <summary>A tag at every place of a plain network, the input and the output among them.</summary>
    private static FeatureGradientCase Plain(int channels, int filters, int height, int width, int batch)
    {
        PlainShape input = new(channels, height, width);
        PlainGraph graph = new(input);
        graph.Tag("input");
        graph.Add("conv1", new PlainConv { Filters = filters, Kernel = (3, 3), Pad = (1, 1) });
        graph.Add("batchnorm1", new PlainBatchNorm { Frozen = true });
        graph.Add("relu1", PlainActivation.Leaky(0));
        graph.Tag("split");
        graph.Add("maxpool1", new PlainPool { Max = true, Kernel = (2, 2), Stride = (2, 2) });
        graph.Add("conv2", new PlainConv { Filters = 5 });
        graph.Tag("raw");
        graph.Add("batchnorm2", new PlainBatchNorm { Frozen = true });
        graph.Tag("norm");
        graph.Add("leakyrelu1", PlainActivation.Leaky(0.2f));
        graph.Add("globalavgpool1", new PlainPool { Kernel = (height / 2, width / 2), Stride = (1, 1) });
        graph.Tag("pooled");
        graph.Tags.Add("dropped", graph.Tags["pooled"]);
        graph.Add("dense1", new PlainConv { Filters = 3 });
        graph.Tag("scores");
        return new FeatureGradientCase(
            $"[Input({channels}, {height}, {width})] [Tag(\"input\"{G} [Conv({filters}, 3, Pad = 1)] [BatchNorm] [ReLU] [Tag(\"split\"{G} [MaxPool(2)] [Conv(5, 1)] [Tag(\"raw\"{G} [BatchNorm] [Tag(\"norm\"{G} "
            + $"[LeakyReLU(0.2f)] [GlobalAvgPool] [Tag(\"pooled\"{G} [Dropout(0.5f)] [Tag(\"dropped\"{G} [Dense(3)] [Tag(\"scores\"{G} [SoftmaxCrossEntropy]",
            input,
            batch,
            graph)
        {
            Tail = $"[Input({filters}, {height}, {width})] [MaxPool(2)] [Conv(5, 1)] [BatchNorm] [LeakyReLU(0.2f)] [GlobalAvgPool] [Dense(3)]",
        };
    }

    /// <summary>Maps of one pixel, which are vectors already.</summary>
    private static FeatureGradientCase OnePixel(int channels, int filters, int batch)
    {
        PlainShape input = new(channels, 1, 1);
        PlainGraph graph = new(input);
        graph.Add("conv1", new PlainConv { Filters = filters, Kernel = (3, 3), Pad = (1, 1) });
        graph.Add("relu1", PlainActivation.Leaky(0));
        graph.Tag("split");
        graph.Add("dense1", new PlainConv { Filters = 17 });
        graph.Add("batchnorm1", new PlainBatchNorm { Frozen = true });
        graph.Add("relu2", PlainActivation.Leaky(0));
        graph.Add("dense2", new PlainConv { Filters = 4 });
        return new FeatureGradientCase(
            $"[Input({channels}, 1, 1)] [Conv({filters}, 3, Pad = 1)] [ReLU] [Tag(\"split\"{G} [Flatten] [Dense(17)] [BatchNorm] [ReLU] [Dropout(0.3f)] [Dense(4)]",
            input,
            batch,
            graph)
        {
            Tail = $"[Input({filters}, 1, 1)] [Flatten] [Dense(17)] [BatchNorm] [ReLU] [Dense(4)]",
        };
    }

    /// <summary>A shortcut, with tags on its summands and sum, or only where they are needed, so that sums and activations share memory.</summary>
    private static FeatureGradientCase Residual(int channels, int filters, int height, int width, int batch, bool tagged)
    {
        PlainShape input = new(channels, height, width);
        PlainGraph graph = new(input);
        graph.Add("conv1", new PlainConv { Filters = filters, Kernel = (3, 3), Pad = (1, 1) });
        int start = graph.Add("relu1", PlainActivation.Leaky(0));
        graph.Tag("split");
        graph.Add("conv2", new PlainConv { Filters = filters, Kernel = (3, 3), Pad = (1, 1) });
        int branch = graph.Add("batchnorm1", new PlainBatchNorm { Frozen = true });
        graph.Tag("branch");
        graph.Sum(branch, start);
        graph.Tag("sum");
        graph.Add("relu2", PlainActivation.Leaky(0));
        graph.Tag("end");
        graph.Add("conv3", new PlainConv { Filters = 5 });
        graph.Add("flatten1", new PlainReshape(new PlainShape(5 * height * width, 1, 1)));
        graph.Add("dense1", new PlainConv { Filters = 4 });
        string inner = tagged ? $"[Tag(\"branch\"{G} " : "";
        string sum = tagged ? $"[Tag(\"sum\"{G} " : "";
        return new FeatureGradientCase(
            $"[Input({channels}, {height}, {width})] [Conv({filters}, 3, Pad = 1)] [ReLU] [Tag(\"split\"{G} [Conv({filters}, 3, Pad = 1, Bias = false)] [BatchNorm] {inner}[Add(\"split\")] {sum}[ReLU] [Tag(\"end\"{G} "
            + "[Conv(5, 1)] [Flatten] [Dropout(0.5f)] [Dense(4)] [SoftmaxCrossEntropy]",
            input,
            batch,
            graph)
        {
            Tail = $"[Input({filters}, {height}, {width})] [Tag(\"split\")] [Conv({filters}, 3, Pad = 1, Bias = false)] [BatchNorm] [Add(\"split\")] [ReLU] [Conv(5, 1)] [Flatten] [Dense(4)]",
        };
    }

    /// <summary>Two branches that are joined, a tag on the trunk and on one of them.</summary>
    private static FeatureGradientCase Branched(int channels, int filters, int height, int width, int batch)
    {
        PlainShape input = new(channels, height, width);
        PlainGraph graph = new(input);
        int trunk = graph.Add("conv1", new PlainConv { Filters = filters });
        graph.Tag("split");
        graph.Add("conv2", new PlainConv { Filters = 4, Kernel = (3, 3), Pad = (1, 1) });
        int left = graph.Add("relu1", PlainActivation.Leaky(0));
        graph.Add("conv3", new PlainConv { Filters = 17 }, trunk);
        int right = graph.Add("sigmoid1", PlainActivation.Sigmoid());
        graph.Tag("right");
        graph.Concat(right, left);
        graph.Tag("both");
        graph.Add("globalavgpool1", new PlainPool { Kernel = (height, width), Stride = (1, 1) });
        graph.Add("dense1", new PlainConv { Filters = 5 });
        return new FeatureGradientCase(
            $"[Input({channels}, {height}, {width})] [Conv({filters}, 1)] [Tag(\"split\"{G} [Conv(4, 3, Pad = 1)] [ReLU] [Tag(\"left\")] [From(\"split\")] [Conv(17, 1)] [Sigmoid] [Tag(\"right\"{G} [Concat(\"left\")] "
            + $"[Dropout(0.4f)] [Tag(\"both\"{G} [GlobalAvgPool] [Dense(5)]",
            input,
            batch,
            graph)
        {
            Tail = $"[Input({filters}, {height}, {width})] [Tag(\"split\")] [Conv(4, 3, Pad = 1)] [ReLU] [Tag(\"left\")] [From(\"split\")] [Conv(17, 1)] [Sigmoid] [Concat(\"left\")] [GlobalAvgPool] [Dense(5)]",
        };
    }
}
