using Shouldly;

namespace NetGen.Tests.Augmenting;

/// <summary>Colours a pixel's class apart from its neighbours'.</summary>
[Input(1, 6, 8)] [Conv(3, 3, Pad = 1)] [SoftmaxCrossEntropy(IgnoreIndex = 9)]
public sealed partial class PixelNet;

/// <summary>Labels go where their pixels go.</summary>
public sealed class PixelTests
{
    private static readonly int[] s_shape = [2, 4, 5];

    [Fact]
    public void Flip_MirrorsBothOrNeither()
    {
        int mirrored = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            (float[] image, int[] labels) = After(PixelAugmentation.RandomHorizontalFlip(s_shape), seed);
            bool isMirrored = image[0] == 5;
            labels.ShouldBe(isMirrored
                ? [5, 4, 3, 2, 1, 10, 9, 8, 7, 6, 15, 14, 13, 12, 11, 20, 19, 18, 17, 16]
                : [.. Enumerable.Range(1, 20)]);
            image[..20].ShouldBe([.. labels.Select(l => (float)l)]);
            image[20..].ShouldBe([.. labels.Select(l => 20f + l)]);
            mirrored += isMirrored ? 1 : 0;
        }

        mirrored.ShouldBeInRange(10, 30);
        After(PixelAugmentation.RandomHorizontalFlip(s_shape, 0), 1).Labels[0].ShouldBe(1);
        After(PixelAugmentation.RandomHorizontalFlip(s_shape, 1), 1).Labels[0].ShouldBe(5);
    }

    /// <summary>Moved by whole pixels, an image is looked up exactly: it and its labels stay the same numbers.</summary>
    [Fact]
    public void Affine_MovesLabelsWithTheirPixels()
    {
        PixelTransform transform = PixelAugmentation.RandomAffine(s_shape, fillLabel: -7, translate: (0.4f, 0.5f), fill: [-7, -8]);
        HashSet<int> corners = [];
        for (ulong seed = 0; seed < 30; seed++)
        {
            (float[] image, int[] labels) = After(transform, seed);
            image[..20].ShouldBe([.. labels.Select(l => (float)l)]);
            image[20..].ShouldBe([.. labels.Select(l => l < 0 ? -8f : 20f + l)]);
            corners.Add(labels[0]);
        }

        corners.Count.ShouldBeGreaterThan(3);
    }

    /// <summary>Twice as large about the middle: pixel (x, y) shows what was at (x / 2 + 1, y / 2 + 0.75), of which the nearest pixel's label is taken.</summary>
    [Fact]
    public void Affine_TakesTheNearestLabel()
    {
        (_, int[] labels) = After(PixelAugmentation.RandomAffine(s_shape, 0, scale: (2, 2)), 1);

        labels.ShouldBe([7, 8, 8, 9, 9, 7, 8, 8, 9, 9, 12, 13, 13, 14, 14, 12, 13, 13, 14, 14]);
    }

    /// <summary>Half as large: columns 0 and 4 show places −2 and 6, rows 0 and 3 −1.5 and 4.5, all beyond the border.</summary>
    [Fact]
    public void Affine_FillsWhatIsBeyondTheBorder()
    {
        (float[] image, int[] labels) = After(PixelAugmentation.RandomAffine(s_shape, fillLabel: 99, scale: (0.5f, 0.5f), fill: [-1, -2]), 1);

        labels.ShouldBe([99, 99, 99, 99, 99, 99, 6, 8, 10, 99, 99, 16, 18, 20, 99, 99, 99, 99, 99, 99]);
        image[..20].Select(v => v == -1).ShouldBe(labels.Select(l => l == 99));
    }

    [Fact]
    public void TheImage_IsChangedAsWithoutLabels()
    {
        (float[] image, _) = After(PixelAugmentation.RandomAffine(s_shape, 0, 25, (0.2f, 0.1f), (0.7f, 1.5f), 10, [3, 4]), 5);

        float[] alone = Augmentation.RandomAffine(s_shape, 25, (0.2f, 0.1f), (0.7f, 1.5f), 10, FillMode.Constant, [3, 4]).After(Images.Counted(40), 5);
        image.ShouldBe(alone);
    }

    [Fact]
    public void AnotherNumberOfLabels_IsRefused()
    {
        RandomSource random = new(1);
        foreach (PixelTransform transform in (PixelTransform[])[PixelAugmentation.RandomHorizontalFlip(s_shape), PixelAugmentation.RandomAffine(s_shape, 0)])
        {
            Should.Throw<ArgumentException>(() => transform(new float[40], new int[1], ref random)).Message.ShouldBe("expected a label for each of 4 × 5 pixels, 20 labels, actual 1 (Parameter 'labels')");
            Should.Throw<ArgumentException>(() => transform(new float[39], new int[20], ref random)).ParamName.ShouldBe("input");
        }
    }

    [Fact]
    public void ATrainer_MovesLabels_WithTheSameBitsForAnyNumberOfLoaderThreads()
    {
        TensorDataset set = Stripes();

        float[] weights = Trained(set, loaderThreads: 0, PixelAugmentation.RandomHorizontalFlip(set.InputShape) + PixelAugmentation.RandomAffine(set.InputShape, 9, 10));

        Trained(set, loaderThreads: 3, PixelAugmentation.RandomHorizontalFlip(set.InputShape) + PixelAugmentation.RandomAffine(set.InputShape, 9, 10)).ShouldBe(weights);
        Trained(set, loaderThreads: 1, null).ShouldNotBe(weights);
    }

    /// <summary>A net learns what a transform makes of labels: here each pixel gets the class that its own value names.</summary>
    [Fact]
    public void TheLoss_SeesTheChangedLabels()
    {
        TensorDataset set = Stripes();
        using PixelNet net = new(seed: 1);

        new Trainer(net, new Adam(0.05f))
        {
            BatchSize = 4,
            Epochs = 40,
            PixelTransform = (Span<float> input, Span<int> labels, ref RandomSource _) =>
            {
                for (int i = 0; i < labels.Length; i++)
                {
                    labels[i] = 2 - labels[i];
                }
            },
        }.Fit(set);

        float[] outputs = new float[PixelNet.Info.OutputSize];
        float[] input = new float[set.InputSize];
        set.CopyInput(0, input);
        net.Predict(input, outputs);
        for (int i = 0; i < 48; i++)
        {
            int best = Enumerable.Range(0, 3).MaxBy(c => outputs[(c * 48) + i]);
            best.ShouldBe(2 - (int)input[i]);
        }
    }

    [Fact]
    public void ATrainer_RefusesSamplesWithoutALabelAtEachPixel()
    {
        using PixelNet net = new(seed: 1);
        Trainer trainer = new(net, new Adam(0.05f)) { PixelTransform = PixelAugmentation.RandomHorizontalFlip([1, 6, 8]) };

        ArgumentException error = Should.Throw<ArgumentException>(() => trainer.Fit(new TensorDataset([1, 6, 8], new float[48], new float[3 * 48])));

        error.ParamName.ShouldBe("PixelTransform");
        error.Message.ShouldStartWith("expected images with a label at each pixel, actual inputs of (1, 6, 8) with 0 labels and 144 targets each");
    }

    /// <summary>Eight images of stripes whose values are their classes.</summary>
    private static TensorDataset Stripes()
    {
        int[] labels = [.. Enumerable.Range(0, 8 * 48).Select(i => ((i / 48) + (i % 8 / 2)) % 3)];
        return new TensorDataset([1, 6, 8], [.. labels.Select(l => (float)l)], labels);
    }

    private static float[] Trained(TensorDataset set, int loaderThreads, PixelTransform? transform)
    {
        using PixelNet net = new(seed: 1);
        new Trainer(net, new Adam(0.05f)) { BatchSize = 3, Epochs = 2, Seed = 4, LoaderThreads = loaderThreads, PixelTransform = transform }.Fit(set);
        return [.. net.Parameters.SelectMany(p => p.Values.ToArray())];
    }

    /// <summary>What becomes of an image that counts from 1, whose labels are the first channel's values.</summary>
    private static (float[] Image, int[] Labels) After(PixelTransform transform, ulong seed)
    {
        float[] image = Images.Counted(40);
        int[] labels = [.. Enumerable.Range(1, 20)];
        RandomSource random = new(seed);
        transform(image, labels, ref random);
        return (image, labels);
    }
}
