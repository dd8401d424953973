using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Augmenting;

public sealed class CropAndFlipTests
{
    [Fact]
    public void Flip_MirrorsEachRow()
    {
        InputTransform flip = Augmentation.RandomHorizontalFlip([2, 2, 3], probability: 1);
        float[] image = [.. Counted(12)];
        RandomSource random = new(1);

        flip(image, ref random);

        image.ShouldBe([3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10]);
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.25f, 2_500)]
    [InlineData(0.5f, 5_000)]
    [InlineData(1f, 10_000)]
    public void Flip_HappensAsOftenAsAsked(float probability, int expected)
    {
        InputTransform flip = Augmentation.RandomHorizontalFlip([1, 1, 2], probability);
        int flips = 0;
        for (int i = 0; i < 10_000; i++)
        {
            float[] image = [0, 1];
            RandomSource random = new(7, 0, i);
            flip(image, ref random);
            flips += (int)image[0];
        }

        // Four standard deviations; none where it is certain.
        flips.ShouldBeInRange(expected - (int)(400 * Math.Sqrt(probability * (1 - probability))), expected + (int)(400 * Math.Sqrt(probability * (1 - probability))));
    }

    /// <summary>Against a crop of an image that is really padded, at every place.</summary>
    [Theory]
    [InlineData(3, 5, 7, 4)]
    [InlineData(1, 4, 4, 3)]
    [InlineData(2, 6, 5, 1)]
    [InlineData(1, 1, 1, 0)]
    [InlineData(2, 3, 4, 0)]
    public void Crop_IsAWindowOfThePaddedImage(int channels, int height, int width, int padding)
    {
        float[] fill = [.. Enumerable.Range(0, channels).Select(c => -1f - c)];
        InputTransform crop = Augmentation.RandomCrop([channels, height, width], padding, fill);
        HashSet<(int, int)> places = [];
        for (int i = 0; i < 2_000; i++)
        {
            float[] image = [.. Counted(channels * height * width)];
            RandomSource random = new(3, 0, i);
            RandomSource same = random;
            (int top, int left) = (same.Next((2 * padding) + 1), same.Next((2 * padding) + 1));

            crop(image, ref random);

            image.ShouldBe(PaddedWindow(channels, height, width, padding, fill, top, left));
            random.NextUInt64().ShouldBe(same.NextUInt64());
            places.Add((top, left));
        }

        places.Count.ShouldBe(((2 * padding) + 1) * ((2 * padding) + 1));
    }

    [Fact]
    public void Crop_FillsWithZero_OrAsAsked()
    {
        ImageDataset images = new([1, 2, 2], [255, 255, 255, 255], [0], [0.5f], [0.25f]);

        Borders(Augmentation.RandomCrop([1, 2, 2], 1)).ShouldBe([0f, 2]);
        Borders(Augmentation.RandomCrop([1, 2, 2], 1, images.ValuesOf(0))).ShouldBe([-2f, 2]);

        IEnumerable<float> Borders(InputTransform crop) => Enumerable.Range(0, 100).SelectMany(i =>
        {
            float[] image = new float[4];
            images.CopyInput(0, image);
            RandomSource random = new(5, 0, i);
            crop(image, ref random);
            return image;
        }).Distinct().Order();
    }

    /// <summary>What is seen of the pixels 1, 2, 3 from two places before them to two after, written out.</summary>
    [Theory]
    [InlineData(FillMode.Reflect, "211 112 123 233 332")]
    [InlineData(FillMode.Nearest, "111 112 123 233 333")]
    [InlineData(FillMode.Wrap, "231 312 123 231 312")]
    public void Crop_ContinuesTheImage(FillMode mode, string windows)
    {
        string[] expected = windows.Split(' ');
        InputTransform across = Augmentation.RandomCrop([2, 3, 3], 2, fillMode: mode);
        HashSet<(int, int)> places = [];
        for (int i = 0; i < 500; i++)
        {
            // Channel 0 tells the column, channel 1 the row.
            float[] image = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 1, 1, 2, 2, 2, 3, 3, 3];
            RandomSource random = new(3, 0, i);
            RandomSource same = random;
            (int top, int left) = (same.Next(5), same.Next(5));

            across(image, ref random);

            for (int pixel = 0; pixel < 9; pixel++)
            {
                image[pixel].ShouldBe(expected[left][pixel % 3] - '0');
                image[9 + pixel].ShouldBe(expected[top][pixel / 3] - '0');
            }

            random.NextUInt64().ShouldBe(same.NextUInt64());
            places.Add((top, left));
        }

        places.Count.ShouldBe(25);
    }

    [Fact]
    public void Crop_RefusesValuesWithoutAUse() =>
        Should.Throw<ArgumentException>(() => Augmentation.RandomCrop([1, 4, 3], 1, [0], FillMode.Reflect)).Message.ShouldStartWith("expected no values with FillMode.Reflect");

    [Fact]
    public void AlternatingFlip_TurnsEachImageFromEpochToEpoch()
    {
        InputTransform flip = Augmentation.AlternatingHorizontalFlip([1, 1, 2]);
        bool[][] epochs = [.. Enumerable.Range(1, 5).Select(epoch => Enumerable.Range(0, 10_000).Select(sample => Flips(1, epoch, sample)).ToArray())];

        for (int epoch = 1; epoch < epochs.Length; epoch++)
        {
            epochs[epoch].ShouldBe(epochs[epoch - 1].Select(flipped => !flipped));
        }

        // Four standard deviations; another seed has other images begin, also a half in common with this one.
        epochs[0].Count(f => f).ShouldBeInRange(4_800, 5_200);
        Enumerable.Range(0, 10_000).Count(sample => Flips(2, 1, sample) == epochs[0][sample]).ShouldBeInRange(4_800, 5_200);

        bool Flips(ulong seed, int epoch, int sample)
        {
            float[] image = [0, 1];
            RandomSource random = new(seed, epoch, sample);
            flip(image, ref random);
            return image[0] == 1;
        }
    }

    [Fact]
    public void AlternatingFlip_TakesNoRandomNumber_AndNeedsAnEpoch()
    {
        InputTransform flip = Augmentation.AlternatingHorizontalFlip([1, 1, 2]);
        RandomSource random = new(1, 1, 1);
        RandomSource same = random;
        flip(new float[2], ref random);
        random.NextUInt64().ShouldBe(same.NextUInt64());

        RandomSource seeded = new(1);
        Should.Throw<ArgumentException>(() => flip(new float[2], ref seeded)).Message.ShouldStartWith("expected random numbers that were made for an epoch and a sample");
    }

    [Fact]
    public void Sum_HappensInOrder_WithOneSequence()
    {
        InputTransform flip = Augmentation.RandomHorizontalFlip([1, 3, 4]);
        InputTransform crop = Augmentation.RandomCrop([1, 3, 4], 2);
        InputTransform both = flip + crop;
        for (int i = 0; i < 50; i++)
        {
            float[] image = [.. Counted(12)];
            float[] expected = [.. Counted(12)];
            RandomSource random = new(11, 2, i);
            RandomSource same = random;

            both(image, ref random);
            flip(expected, ref same);
            crop(expected, ref same);

            image.ShouldBe(expected);
        }
    }

    [Fact]
    public void Transforms_AllocateNothing()
    {
        InputTransform both = Augmentation.RandomHorizontalFlip([3, 8, 8]) + Augmentation.AlternatingHorizontalFlip([3, 8, 8])
            + Augmentation.RandomCrop([3, 8, 8], 4) + Augmentation.RandomCrop([3, 8, 8], 4, fillMode: FillMode.Reflect);
        float[] image = new float[3 * 8 * 8];
        RandomSource random = new(1, 1, 1);
        both(image, ref random);

        Allocations.OnThisThread(() => both(image, ref random), 1_000).ShouldBeLessThan(1_000 * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Should.Throw<ArgumentException>(() => Augmentation.RandomHorizontalFlip([12])).Message.ShouldStartWith("expected channels, height, width, each at least 1, actual (12)");
        Should.Throw<ArgumentException>(() => Augmentation.RandomCrop([1, 0, 3], 0)).ParamName.ShouldBe("shape");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomHorizontalFlip([1, 2, 2], 1.5f)).Message.ShouldStartWith("expected a number from 0 to 1, actual 1.5");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomHorizontalFlip([1, 2, 2], float.NaN)).ParamName.ShouldBe("probability");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomCrop([1, 4, 3], 3)).Message.ShouldStartWith("expected a number from 0 to 2, actual 3");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.RandomCrop([1, 4, 3], -1)).ParamName.ShouldBe("padding");
        Should.Throw<ArgumentException>(() => Augmentation.RandomCrop([2, 4, 3], 1, [0])).Message.ShouldStartWith("expected a value for each of 2 channels, actual 1");
        RandomSource random = new(1);
        Should.Throw<ArgumentException>(() => Augmentation.RandomCrop([2, 4, 3], 1)(new float[23], ref random)).Message.ShouldStartWith("expected an image of (2, 4, 3), 24 values, actual 23");
        Should.Throw<ArgumentException>(() => Augmentation.RandomHorizontalFlip([2, 4, 3])(new float[25], ref random)).ParamName.ShouldBe("input");
    }

    private static float[] Counted(int count) => Images.Counted(count);

    private static float[] PaddedWindow(int channels, int height, int width, int padding, float[] fill, int top, int left)
    {
        float[] image = [.. Counted(channels * height * width)];
        float[] window = new float[image.Length];
        for (int c = 0; c < channels; c++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    (int row, int column) = (y + top - padding, x + left - padding);
                    bool inside = row >= 0 && row < height && column >= 0 && column < width;
                    window[(((c * height) + y) * width) + x] = inside ? image[(((c * height) + row) * width) + column] : fill[c];
                }
            }
        }

        return window;
    }
}
