using Shouldly;

namespace NetGen.Tests.Training;

public sealed class RandomSourceTests
{
    [Fact]
    public void Numbers_AreThoseOfSplitMix64()
    {
        RandomSource random = new(1234567);

        random.NextUInt64().ShouldBe(6457827717110365317UL);
        random.NextUInt64().ShouldBe(3203168211198807973UL);
        random.NextUInt64().ShouldBe(9817491932198370423UL);
    }

    [Fact]
    public void Next_ReachesEachNumberEvenly()
    {
        RandomSource random = new(1);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.Next(7)]++;
        }

        counts.ShouldAllBe(c => c > 9_500 && c < 10_500);
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomSource(1).Next(0)).ParamName.ShouldBe("bound");
    }

    [Fact]
    public void NextSingle_StaysUnderOne()
    {
        RandomSource random = new(1);
        float[] values = new float[100_000];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextSingle();
        }

        values.Min().ShouldBeInRange(0, 1e-3f);
        values.Max().ShouldBeInRange(0.999f, 0.99999994f);
        values.Average().ShouldBe(0.5f, 5e-3);
    }

    [Fact]
    public void Shuffle_GivesEachOrderEvenly()
    {
        Dictionary<string, int> counts = [];
        RandomSource random = new(1);
        for (int i = 0; i < 24_000; i++)
        {
            int[] items = [0, 1, 2, 3];
            random.Shuffle(items);
            string order = string.Concat(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(24);
        counts.Values.ShouldAllBe(c => c > 850 && c < 1150);
    }

    [Fact]
    public void NeighbouringPlaces_DifferInTheirFirstNumber()
    {
        HashSet<ulong> first = [];
        for (int epoch = 0; epoch < 30; epoch++)
        {
            for (int sample = -1; sample < 30; sample++)
            {
                first.Add(new RandomSource(5, epoch, sample).NextUInt64()).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void NextDouble_StaysUnderOne_AndKeepsFinerSteps()
    {
        double[] values = Draw(20_000, static (ref RandomSource random) => random.NextDouble());

        values.ShouldAllBe(value => value >= 0 && value < 1);
        values.Average().ShouldBe(0.5, 0.01);
        values.Count(value => value != (float)value).ShouldBeGreaterThan(19_000);
    }

    [Fact]
    public void NextUniform_StaysInItsRange()
    {
        double[] values = Draw(20_000, static (ref RandomSource random) => random.NextUniform(-3, 5));

        values.Min().ShouldBeInRange(-3, -2.99);
        values.Max().ShouldBeInRange(4.99, 5);
        values.Average().ShouldBe(1, 0.08);
        new RandomSource(1).NextUniform(2, 2).ShouldBe(2);
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomSource(1).NextUniform(2, 1)).Message.ShouldStartWith("expected a finite number of 2 or more, actual 1");
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomSource(1).NextUniform(0, double.PositiveInfinity)).ParamName.ShouldBe("most");
    }

    /// <summary>Shares within one, two and three deviations: 0.6827, 0.9545, 0.9973.</summary>
    [Fact]
    public void NextNormal_HasTheNormalsShares()
    {
        double[] values = Draw(50_000, static (ref RandomSource random) => random.NextNormal());

        values.Average().ShouldBe(0, 0.03);
        values.Average(value => value * value).ShouldBe(1, 0.04);
        values.Average(value => value * value * value).ShouldBe(0, 0.1);
        (values.Count(value => Math.Abs(value) < 1) / 50_000.0).ShouldBe(0.6827, 0.012);
        (values.Count(value => Math.Abs(value) < 2) / 50_000.0).ShouldBe(0.9545, 0.006);
        (values.Count(value => Math.Abs(value) < 3) / 50_000.0).ShouldBe(0.9973, 0.002);
    }

    /// <summary>A gamma's mean and variance are its shape, its third central moment twice that.</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(3.5)]
    [InlineData(40)]
    public void NextGamma_HasTheGammasMoments(double shape)
    {
        double[] values = Draw(50_000, (ref RandomSource random) => random.NextGamma(shape));

        values.ShouldAllBe(value => value >= 0);
        values.Average().ShouldBe(shape, 0.03 * Math.Sqrt(shape));
        values.Average(value => (value - shape) * (value - shape)).ShouldBe(shape, 0.1 * shape);
        values.Average(value => Math.Pow(value - shape, 3)).ShouldBe(2 * shape, (0.5 * shape) + (0.1 * Math.Pow(shape, 1.5)));
    }

    /// <summary>A beta's mean is a / (a + b), its variance ab / ((a + b)² (a + b + 1)).</summary>
    [Theory]
    [InlineData(0.2, 0.2)]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(0.4, 3)]
    [InlineData(1e-3, 1e-3)]
    [InlineData(1e-320, 1e-320)]
    public void NextBeta_HasTheBetasMoments(double alpha, double beta)
    {
        double mean = alpha / (alpha + beta);
        double variance = mean * (1 - mean) / (alpha + beta + 1);

        double[] values = Draw(20_000, (ref RandomSource random) => random.NextBeta(alpha, beta));

        values.ShouldAllBe(value => value >= 0 && value <= 1);
        values.Average().ShouldBe(mean, 0.04 * Math.Sqrt(variance));
        values.Average(value => (value - mean) * (value - mean)).ShouldBe(variance, 0.06 * variance);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ShapesOfNoDistribution_AreRefused(double shape)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomSource(1).NextGamma(shape)).ParamName.ShouldBe("shape");
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomSource(1).NextBeta(shape, 1)).ParamName.ShouldBe("alpha");
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomSource(1).NextBeta(1, shape)).ParamName.ShouldBe("beta");
    }

    private delegate double Draws(ref RandomSource random);

    private static double[] Draw(int count, Draws draw)
    {
        RandomSource random = new(17);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = draw(ref random);
        }

        return values;
    }
}
