using Shouldly;

namespace NetGen.Tests.Explaining;

/// <summary>What becomes of a map of numbers, and its colours over images.</summary>
public sealed class HeatMapTests
{
    [Fact]
    public void ThePositivePart_IsScaledByItsLargest()
    {
        HeatMap map = HeatMap.OfPositivePart(1, 4, [-3, 0.5, 2, 0]);

        map.Values.ToArray().ShouldBe([0, 0.25f, 1, 0]);
        map.Peak.ShouldBe(2);
        HeatMap.OfPositivePart(1, 2, [-3, -1]).Peak.ShouldBe(0);
        Should.Throw<ArithmeticException>(() => HeatMap.OfPositivePart(1, 2, [1, double.PositiveInfinity]));
    }

    /// <summary>Half of (38, 16, 80), (40, 84, 150), (254, 236, 60), the colours of 0, 1/4 and 1, and half of the image.</summary>
    [Fact]
    public void Over_MixesColoursWithTheImage()
    {
        HeatMap map = HeatMap.OfPositivePart(1, 3, [0, 1, 4]);

        byte[] colour = map.Over([0, 1, 0.4f, 0.4f, 0, 1, 0.8f, 0.4f, 0], [3, 1, 3]);
        byte[] grey = map.Over([-100, 50, 300], [1, 1, 3], opacity: 0.5f, low: 0, high: 100);

        colour.ShouldBe(new byte[] { 19, 148, 178, 59, 42, 246, 142, 126, 30 });

        // What is out of the range is shown as its ends.
        grey.ShouldBe(new byte[] { 19, 84, 254, 8, 106, 246, 40, 139, 158 });
    }

    [Fact]
    public void Over_TakesTheImagesSize()
    {
        HeatMap map = HeatMap.OfPositivePart(1, 2, [0, 1]);

        // Bilinear: 0, 1/4, 3/4, 1, in both rows.
        byte[] bytes = map.Over(new float[8], [1, 2, 4], opacity: 1);

        bytes[..8].ShouldBe(new byte[] { 38, 40, 140, 254, 38, 40, 140, 254 });
        bytes.Length.ShouldBe(24);
        map.Over([0.25f, 1], [1, 1, 2], opacity: 0).ShouldBe(new byte[] { 64, 255, 64, 255, 64, 255 });
    }

    /// <summary>Rec. 709 weights.</summary>
    [Fact]
    public void Colours_GetEverBrighter()
    {
        double before = -1;
        for (int i = 0; i <= 100; i++)
        {
            (double red, double green, double blue) = HeatColors.Of(i / 100.0);
            double brightness = (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);

            brightness.ShouldBeGreaterThan(before);
            before = brightness;
        }
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        HeatMap map = HeatMap.OfPositivePart(1, 2, [0, 1]);

        Should.Throw<ArgumentException>(() => map.Over(new float[4], [2, 1, 2])).Message.ShouldBe("expected 1 or 3 channels, height, width, actual (2, 1, 2) (Parameter 'shape')");
        Should.Throw<ArgumentException>(() => map.Over(new float[4], [1, 4])).ParamName.ShouldBe("shape");
        Should.Throw<ArgumentException>(() => map.Over(new float[5], [3, 1, 2])).Message.ShouldBe("expected 6 values (3 × 2 pixels), actual 5 (Parameter 'image')");
        Should.Throw<ArgumentException>(() => map.Over([1, float.NaN], [1, 1, 2])).Message.ShouldBe("expected numbers, actual NaN in channel 0 of pixel 1 (Parameter 'image')");
        Should.Throw<ArgumentOutOfRangeException>(() => map.Over(new float[2], [1, 1, 2], opacity: 1.5f)).ParamName.ShouldBe("opacity");
        Should.Throw<ArgumentOutOfRangeException>(() => map.Over(new float[2], [1, 1, 2], opacity: float.NaN)).ParamName.ShouldBe("opacity");
        Should.Throw<ArgumentOutOfRangeException>(() => map.Over(new float[2], [1, 1, 2], low: 1, high: 1)).ParamName.ShouldBe("high");
    }
}
