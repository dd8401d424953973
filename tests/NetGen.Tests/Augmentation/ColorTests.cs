using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Augmenting;

/// <summary>Expected values come from Python's <c>colorsys</c> for the hue, and for the rest from torchvision's formulas in numpy's doubles.</summary>
public sealed class ColorTests
{
    private static readonly ImageShape _shape = new(3, 2, 3);

    /// <summary>Six colours: a channel after the other.</summary>
    private static float[] Colors =>
    [
        0.9f, 0.1f, 0.25f, 0.5f, 0.7f, 0.6f,
        0.2f, 0.8f, 0.3f, 0.5f, 0.05f, 0.6f,
        0.1f, 0.3f, 0.95f, 0.5f, 0.6f, 0.2f,
    ];

    [Theory]
    [InlineData(0.2f, new[] { 0.64f, 0.1f, 0.95f, 0.5f, 0.7f, 0.2f, 0.9f, 0.46f, 0.25f, 0.5f, 0.28f, 0.6f, 0.1f, 0.8f, 0.86f, 0.5f, 0.05f, 0.28f })]
    [InlineData(-0.35f, new[] { 0.12f, 0.8f, 0.37f, 0.5f, 0.05f, 0.56f, 0.1f, 0.23f, 0.95f, 0.5f, 0.665f, 0.2f, 0.9f, 0.1f, 0.25f, 0.5f, 0.7f, 0.6f })]
    [InlineData(0.5f, new[] { 0.1f, 0.8f, 0.95f, 0.5f, 0.05f, 0.2f, 0.8f, 0.1f, 0.9f, 0.5f, 0.7f, 0.2f, 0.9f, 0.6f, 0.25f, 0.5f, 0.15f, 0.6f })]
    public void Hue_Turns(float turn, float[] expected)
    {
        float[] image = Colors;
        ColorMath.TurnHue(image, _shape, turn);
        image.ShouldBe(expected, 2e-6);
    }

    [Fact]
    public void Saturation_GoesAwayFromTheGreyImage()
    {
        float[] image = Colors;
        ColorMath.Saturate(image, _shape, 1.7f);
        image.ShouldBe(
            [
                1f, 0f, 0.173613f, 0.500035f, 0.975114f, 0.631962f,
                0.061533f, 0.986417f, 0.258613f, 0.500035f, 0f, 0.631962f,
                0f, 0.136417f, 1f, 0.500035f, 0.805114f, 0f,
            ],
            2e-6);
    }

    [Theory]
    [InlineData(0.4f, new[] { 0.62519f, 0.30519f, 0.365189f, 0.465189f, 0.545189f, 0.505189f, 0.345189f, 0.58519f, 0.385189f, 0.465189f, 0.285189f, 0.505189f, 0.30519f, 0.385189f, 0.645189f, 0.465189f, 0.505189f, 0.345189f })]
    [InlineData(1.8f, new[] { 1f, 0f, 0.096414f, 0.546414f, 0.906414f, 0.726414f, 0.006414f, 1f, 0.186414f, 0.546414f, 0f, 0.726414f, 0f, 0.186414f, 1f, 0.546414f, 0.726414f, 0.006414f })]
    public void Contrast_GoesAwayFromTheMeanGrey(float factor, float[] expected)
    {
        float[] image = Colors;
        ColorMath.Contrast(image, _shape, factor);
        image.ShouldBe(expected, 2e-6);
    }

    [Fact]
    public void Contrast_OfOneChannel_TakesItsOwnMean()
    {
        float[] image = [0.2f, 0.4f, 0.6f];
        ColorMath.Contrast(image, new ImageShape(1, 1, 3), 0.5f);
        image.ShouldBe([0.3f, 0.4f, 0.5f], 1e-6);
    }

    [Fact]
    public void Jitter_DrawsAnOrderThenFactors()
    {
        InputTransform jitter = Augmentation.ColorJitter([3, 2, 3], brightness: 0.4f, contrast: 0.3f, saturation: 0.6f, hue: 0.1f);
        HashSet<string> orders = [];
        for (ulong seed = 0; seed < 400; seed++)
        {
            RandomSource random = new(seed);
            int[] order = [0, 1, 2, 3];
            random.Shuffle(order);
            float[] factors =
            [
                (float)random.NextUniform(0.6, 1.4), (float)random.NextUniform(0.7, 1.3), (float)random.NextUniform(0.4, 1.6), (float)random.NextUniform(-0.1, 0.1),
            ];
            float[] expected = Colors;
            foreach (int step in order)
            {
                Action<float> change = step switch
                {
                    0 => f => ColorMath.Brighten(expected, f),
                    1 => f => ColorMath.Contrast(expected, _shape, f),
                    2 => f => ColorMath.Saturate(expected, _shape, f),
                    _ => f => ColorMath.TurnHue(expected, _shape, f),
                };
                change(factors[step]);
            }

            jitter.After(Colors, seed).ShouldBe(expected, 1e-5);
            orders.Add(string.Concat(order));
        }

        orders.Count.ShouldBe(24);
    }

    [Fact]
    public void Jitter_OfNothing_ChangesNothing_EvenBeyond0To1()
    {
        Augmentation.ColorJitter([3, 1, 1]).After([-2, 0.5f, 3]).ShouldBe([-2, 0.5f, 3]);
    }

    [Fact]
    public void Jitter_OverOne_StartsAtZero()
    {
        InputTransform jitter = Augmentation.ColorJitter([1, 1, 1], brightness: 3);

        float[] factors = [.. Enumerable.Range(0, 2_000).Select(seed => jitter.After([0.25f], (ulong)seed)[0] * 4)];

        factors.Min().ShouldBeInRange(0, 0.02f);
        factors.Max().ShouldBeInRange(3.98f, 4);
    }

    [Fact]
    public void InPixelSpace_UndoesAndRedoesTheNormalisation()
    {
        float[] mean = [0.5f, 0.4f, 0.3f];
        float[] deviation = [0.25f, 0.2f, 0.1f];
        float[] seen = [];
        void Halve(Span<float> input, ref RandomSource random)
        {
            seen = input.ToArray();
            foreach (ref float value in input)
            {
                value /= 2;
            }
        }

        float[] result = Augmentation.InPixelSpace(Halve, [3, 1, 2], mean, deviation).After([-2, 2, 0, 1, -1, 3]);

        seen.ShouldBe([0, 1, 0.4f, 0.6f, 0.2f, 0.6f], 1e-6);
        result.ShouldBe([-2, 0, -1, -0.5f, -2, 0], 1e-5);
        Augmentation.Normalize([3, 1, 2], mean, deviation).After(seen).ShouldBe([-2, 2, 0, 1, -1, 3], 1e-5);
    }

    [Fact]
    public void Colors_AllocateNothing()
    {
        InputTransform both = Augmentation.InPixelSpace(Augmentation.ColorJitter([3, 2, 3], 0.4f, 0.4f, 0.4f, 0.1f), [3, 2, 3], [0, 0, 0], [1, 1, 1])
            + Augmentation.PcaNoise([3, 2, 3], new ColorComponents([1, 1, 1], [[1, 0, 0], [0, 1, 0], [0, 0, 1]])) + Augmentation.GaussianNoise(0.1f);
        float[] image = Colors;
        RandomSource random = new(1);
        both(image, ref random);

        Allocations.OnThisThread(() => both(image, ref random), 1_000).ShouldBeLessThan(1_000 * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Should.Throw<ArgumentException>(() => Augmentation.ColorJitter([2, 4, 4])).Message.ShouldStartWith("expected 3 channels, or 1 without saturation and hue, actual 2");
        Should.Throw<ArgumentException>(() => Augmentation.ColorJitter([1, 4, 4], hue: 0.1f)).ParamName.ShouldBe("shape");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ColorJitter([3, 4, 4], hue: 0.6f)).Message.ShouldStartWith("expected a number from 0 to 0.5, actual 0.6");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.ColorJitter([3, 4, 4], contrast: -1)).ParamName.ShouldBe("contrast");
        Should.Throw<ArgumentException>(() => Augmentation.Normalize([3, 4, 4], [0], [1, 1, 1])).ParamName.ShouldBe("mean");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.Normalize([1, 4, 4], [0], [0])).ParamName.ShouldBe("deviation");
        Should.Throw<ArgumentNullException>(() => Augmentation.InPixelSpace(null!, [1, 4, 4], [0], [1])).ParamName.ShouldBe("transform");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.GaussianNoise(-1)).ParamName.ShouldBe("deviation");
    }
}
