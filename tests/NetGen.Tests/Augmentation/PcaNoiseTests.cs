using Shouldly;

namespace NetGen.Tests.Augmenting;

public sealed class PcaNoiseTests
{
    /// <summary>By numpy: <c>eigh</c> of <c>cov(…, bias=True)</c> of eight pixels ((13i + 5) mod 17, (7i + 2) mod 19, (5i² + i) mod 23).</summary>
    [Fact]
    public void Components_AreThoseOfTheCovariance()
    {
        float[] inputs = new float[24];
        for (int i = 0; i < 8; i++)
        {
            int start = (i / 4 * 12) + (i % 4);
            (inputs[start], inputs[start + 4], inputs[start + 8]) = (((13 * i) + 5) % 17, ((7 * i) + 2) % 19, ((5 * i * i) + i) % 23);
        }

        ColorComponents components = ColorComponents.Of(new TensorDataset([3, 2, 2], inputs, [0, 1]));

        components.Deviations.ToArray().ShouldBe([9.80722f, 5.03494f, 1.95632f], 2e-5);
        float[][] expected = [[0.0688853f, 0.502529f, 0.861812f], [0.969598f, -0.23705f, 0.0607251f], [0.234809f, 0.831428f, -0.50358f]];
        for (int i = 0; i < 3; i++)
        {
            // A direction and its opposite are one.
            float sign = Math.Sign(components.Directions[i][0]);
            components.Directions[i].Select(part => sign * part).ToArray().ShouldBe(expected[i], 1e-5);
        }
    }

    [Fact]
    public void Noise_IsOneColour_WithTheComponentsSpread()
    {
        ColorComponents components = new([2, 0.5f], [[0.6f, 0.8f], [-0.8f, 0.6f]]);
        InputTransform noise = Augmentation.PcaNoise([2, 1, 2], components, deviation: 0.5f);

        (double X, double Y)[] along = [.. Enumerable.Range(0, 4_000).Select(seed =>
        {
            float[] shift = noise.After([0, 1, 0, 1], (ulong)seed);
            shift[1].ShouldBe(shift[0] + 1, 1e-5);
            shift[3].ShouldBe(shift[2] + 1, 1e-5);
            return ((shift[0] * 0.6) + (shift[2] * 0.8), (shift[2] * 0.6) - (shift[0] * 0.8));
        })];

        Math.Sqrt(along.Average(a => a.X * a.X)).ShouldBe(1, 0.06);
        Math.Sqrt(along.Average(a => a.Y * a.Y)).ShouldBe(0.25, 0.015);
        along.Average(a => a.X * a.Y).ShouldBe(0, 0.02);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        ColorComponents two = new([1, 1], [[1, 0], [0, 1]]);
        Should.Throw<ArgumentException>(() => Augmentation.PcaNoise([3, 1, 1], two)).Message.ShouldStartWith("expected components of 3 channels, actual 2");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.PcaNoise([2, 1, 1], two, -1)).ParamName.ShouldBe("deviation");
        Should.Throw<ArgumentException>(() => new ColorComponents([1, 1], [[1, 0]])).Message.ShouldStartWith("expected a direction for each of 2 deviations, actual 1");
        Should.Throw<ArgumentException>(() => new ColorComponents([1, 1], [[1, 0], [0]])).ParamName.ShouldBe("directions");
        Should.Throw<ArgumentOutOfRangeException>(() => new ColorComponents([-1], [[1]])).ParamName.ShouldBe("deviations");
        Should.Throw<ArgumentOutOfRangeException>(() => new ColorComponents([], [])).ParamName.ShouldBe("deviations");
        Should.Throw<ArgumentException>(() => ColorComponents.Of(new TensorDataset([4], new float[4], [0]))).ParamName.ShouldBe("images");
    }
}
