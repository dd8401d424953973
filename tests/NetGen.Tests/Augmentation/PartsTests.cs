using Shouldly;

namespace NetGen.Tests.Augmenting;

/// <summary>The single parts that move, cover or enlarge.</summary>
public sealed class PartsTests
{
    [Fact]
    public void VerticalFlip_TurnsRowsOver_AndTwiceIsNothing()
    {
        InputTransform flip = Augmentation.RandomVerticalFlip([2, 3, 2], probability: 1);
        float[] image = Images.Counted(12);

        flip.After(image).ShouldBe([5, 6, 3, 4, 1, 2, 11, 12, 9, 10, 7, 8]);
        (flip + flip).After(image).ShouldBe(image);
        Augmentation.RandomVerticalFlip([2, 3, 2], probability: 0).After(image).ShouldBe(image);
        Enumerable.Range(0, 4_000).Count(seed => Augmentation.RandomVerticalFlip([1, 2, 1]).After([0, 1], (ulong)seed)[0] == 1).ShouldBeInRange(1_850, 2_150);
    }

    [Fact]
    public void Rotation_TakesItsAngleFromTheRange()
    {
        InputTransform rotation = Augmentation.RandomRotation([1, 4, 5], 30, FillMode.Wrap);
        for (ulong seed = 0; seed < 20; seed++)
        {
            AffineMatrix matrix = AffineMatrix.Rotation(new RandomSource(seed).NextUniform(-30, 30)).AboutCentre(4, 5);

            rotation.After(Images.Sample, seed).ShouldBe(PlainLoops.Resampled(Images.Sample, 4, 5, matrix, FillMode.Wrap, 0), 1e-4);
        }

        Augmentation.RandomRotation([1, 4, 5], 0).After(Images.Sample).ShouldBe(Images.Sample);
    }

    [Fact]
    public void Affine_TakesItsNumbersFromTheRanges()
    {
        InputTransform affine = Augmentation.RandomAffine([1, 4, 5], 30, translate: (0.4f, 0.5f), scale: (0.5f, 2), shear: 15, fill: [-1]);
        for (ulong seed = 0; seed < 50; seed++)
        {
            RandomSource random = new(seed);
            double angle = random.NextUniform(-30, 30);
            double right = Math.Round(random.NextUniform(-2.00000003, 2.00000003));
            double down = Math.Round(random.NextUniform(-2, 2));
            double scale = random.NextUniform(0.5, 2);
            AffineMatrix matrix = RandomAffine.LookUp(new ImageShape(1, 4, 5), angle, (right, down), scale, random.NextUniform(-15, 15));

            affine.After(Images.Sample, seed).ShouldBe(PlainLoops.Resampled(Images.Sample, 4, 5, matrix, FillMode.Constant, -1), 1e-4);
        }

        Augmentation.RandomAffine([1, 4, 5], 0).After(Images.Sample).ShouldBe(Images.Sample);
        Augmentation.RandomAffine([1, 1, 3], 0, scale: (3, 3), fillMode: FillMode.Nearest).After([0, 3, 6]).ShouldBe([2, 3, 4], 1e-5);
    }

    [Fact]
    public void ResizedCrop_OfTheWholeArea_IsTheImage()
    {
        float[] image = Images.Counted(18);

        Augmentation.RandomResizedCrop([2, 3, 3], scale: (1, 1), ratio: (1, 1)).After(image).ShouldBe(image);
    }

    /// <summary>By PyTorch: <c>interpolate(image[1:3, 1:4], (4, 5), mode="bilinear", align_corners=False)</c>, in one of the nine places.</summary>
    [Fact]
    public void ResizedCrop_EnlargesAsPyTorchDoes()
    {
        float[] expected = [1f, 3.8f, 8f, 5.6f, 4f, 1.5f, 4.3f, 8.5f, 6.1f, 4.5f, 2.5f, 5.3f, 9.5f, 7.1f, 5.5f, 3f, 5.8f, 10f, 7.6f, 6f];

        // 2 × 3 of 4 × 5 pixels, wherever: 0.3 of the area, one and a half times as wide as high.
        InputTransform crop = Augmentation.RandomResizedCrop([1, 4, 5], scale: (0.3f, 0.3f), ratio: (1.5f, 1.5f));
        float[][] results = [.. Enumerable.Range(0, 200).Select(seed => crop.After(Images.Sample, (ulong)seed))];

        results.ShouldContain(result => result.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5));
        Enumerable.Range(0, 200).Select(seed => string.Join(' ', crop.After(Images.Counted(20), (ulong)seed))).Distinct().Count().ShouldBe(3 * 3);
    }

    [Theory]
    [InlineData(2, 8, new[] { 4f, 5, 4, 5 })]
    [InlineData(8, 2, new[] { 4f, 4, 5, 5 })]
    public void ResizedCrop_ThatNeverFits_TakesTheMiddle(int height, int width, float[] ends)
    {
        // Squares of the whole area fit neither image; the middle square does.
        float[] image = [.. Enumerable.Range(0, 16).Select(i => (float)((width == 8 ? i % 8 : i / 2) + 1))];

        float[] result = Augmentation.RandomResizedCrop([1, height, width], scale: (1, 1), ratio: (1, 1)).After(image);

        new[] { result[0], result[width - 1], result[^width], result[^1] }.ShouldBe(ends, 1e-6);
    }

    [Fact]
    public void Cutout_CoversASquareAboutAnyPixel()
    {
        InputTransform cutout = Augmentation.Cutout([2, 5, 6], 2, [-1, -2]);
        for (ulong seed = 0; seed < 100; seed++)
        {
            RandomSource random = new(seed);
            (int top, int left) = (random.Next(5) - 1, random.Next(6) - 1);
            float[] expected = Images.Counted(60);
            for (int i = 0; i < 60; i++)
            {
                (int row, int column) = (i / 6 % 5, i % 6);
                if (row >= top && row < top + 2 && column >= left && column < left + 2)
                {
                    expected[i] = i < 30 ? -1 : -2;
                }
            }

            cutout.After(Images.Counted(60), seed).ShouldBe(expected);
        }

        Augmentation.Cutout([1, 2, 2], 4).After([1, 2, 3, 4]).Count(v => v == 0).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Erasing_CoversRectanglesOfTheAskedAreaAndRatio()
    {
        InputTransform erasing = Augmentation.RandomErasing([1, 20, 20], probability: 1, fill: [-1]);
        float[] image = new float[400];
        List<int> areas = [];
        for (ulong seed = 0; seed < 500; seed++)
        {
            float[] result = erasing.After(image, seed);
            int[] covered = [.. Enumerable.Range(0, 400).Where(i => result[i] == -1)];
            int height = (covered.Max() / 20) - (covered.Min() / 20) + 1;
            int width = covered.Max(i => i % 20) - covered.Min(i => i % 20) + 1;
            covered.Length.ShouldBe(height * width);
            areas.Add(covered.Length);
        }

        // 0.02 and 0.33 of 400 pixels, with sides rounded.
        areas.Min().ShouldBeInRange(5, 15);
        areas.Max().ShouldBeInRange(120, 145);
        Augmentation.RandomErasing([1, 20, 20], probability: 0).After(image).ShouldBe(image);
        Enumerable.Range(0, 2_000).Count(seed => Augmentation.RandomErasing([1, 4, 4], scale: (0.25f, 0.25f), ratio: (1, 1), fill: [1]).After(new float[16], (ulong)seed).Sum() == 4)
            .ShouldBeInRange(880, 1_120);
    }

    [Fact]
    public void Noise_HasTheAskedDeviation()
    {
        float[] values = Augmentation.GaussianNoise(0.5f).After(new float[20_000]);

        values.Average().ShouldBe(0, 0.02);
        Math.Sqrt(values.Average(v => v * v)).ShouldBe(0.5, 0.015);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomRotation([1, 2, 2], 361)).ParamName.ShouldBe("degrees");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomAffine([1, 2, 2], 0, translate: (0, 1.5f))).ParamName.ShouldBe("translate");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomAffine([1, 2, 2], 0, scale: (0, 1))).Message
            .ShouldStartWith("expected two finite numbers over 0, the smaller first, actual (0, 1)");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomAffine([1, 2, 2], 0, shear: -3)).ParamName.ShouldBe("shear");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomResizedCrop([1, 2, 2], scale: (0.5f, 1.5f))).Message
            .ShouldStartWith("expected two numbers over 0 and up to 1, the smaller first, actual (0.5, 1.5)");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomResizedCrop([1, 2, 2], ratio: (2, 1))).ParamName.ShouldBe("ratio");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomErasing([1, 2, 2], probability: 2)).ParamName.ShouldBe("probability");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.Cutout([1, 2, 3], 7)).Message.ShouldStartWith("expected a number from 1 to 6, actual 7");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.Cutout([1, 2, 3], 2, [float.NaN])).ParamName.ShouldBe("fill");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomVerticalFlip([1, 2, 3], -1)).ParamName.ShouldBe("probability");
    }
}
