using Shouldly;

namespace NetGen.Tests.Data;

public sealed class DatasetSplitTests
{
    /// <summary>As many samples of each label as given; inputs 0, 1, 2, … in all.</summary>
    private static TensorDataset OfCounts(params int[] counts)
    {
        int[] labels = [.. counts.SelectMany((count, label) => Enumerable.Repeat(label, count))];
        return new TensorDataset([1], [.. Enumerable.Range(0, labels.Length).Select(i => (float)i)], labels) { ClassNames = ["a", "b", "c"] };
    }

    [Fact]
    public void Stratified_DividesEachClassInTheSameProportion()
    {
        TensorDataset set = OfCounts(100, 50, 10);

        (Dataset first, Dataset second) = set.Split(0.8, seed: 5);

        first.ClassCounts().ShouldBe([80L, 40, 8]);
        second.ClassCounts().ShouldBe([20L, 10, 2]);
        first.Inputs().Concat(second.Inputs()).Order().ShouldBe(set.Inputs());
        first.Inputs().ShouldNotBe([.. first.Inputs().Order()]);
        first.ClassNames.ShouldBe(["a", "b", "c"]);
    }

    /// <summary>
    /// 7 · 10/17 = 4 2/17, 6 · 10/17 = 3 9/17, 4 · 10/17 = 2 6/17: nine, and the one that is missing comes from the second. 0.6 · 17 = 10.2.
    /// With 0.5: 8.5 becomes 9; 7 · 9/17 = 3 12/17, 6 · 9/17 = 3 3/17, 4 · 9/17 = 2 2/17: eight, and one from the first.
    /// With 0.65: 11.05; 7 · 11/17 = 4 9/17, 6 · 11/17 = 3 15/17, 4 · 11/17 = 2 10/17: nine, and one each from the second and third.
    /// </summary>
    [Theory]
    [InlineData(0.6, 4, 4, 2)]
    [InlineData(0.5, 4, 3, 2)]
    [InlineData(0.65, 4, 4, 3)]
    public void Stratified_RoundsByTheLargestRemainder(double fraction, int a, int b, int c)
    {
        (Dataset first, Dataset second) = OfCounts(7, 6, 4).Split(fraction);

        first.ClassCounts().ShouldBe([(long)a, b, c]);
        second.ClassCounts().ShouldBe([7L - a, 6 - b, 4 - c]);
    }

    [Fact]
    public void EqualRemainders_GoToTheLowerLabel() => OfCounts(3, 3, 3, 3).Split(0.5).First.ClassCounts().ShouldBe([2L, 2, 1, 1]);

    [Theory]
    [InlineData(0.29, 29)]
    [InlineData(0.005, 1)]
    [InlineData(0.145, 15)]
    public void TheTotal_IsTheRoundedShare(double fraction, int expected)
    {
        OfCounts(41, 26, 33).Split(fraction).First.Count.ShouldBe(expected);
        OfCounts(41, 26, 33).Split(fraction, stratify: false).First.Count.ShouldBe(expected);
    }

    [Fact]
    public void EqualSeeds_GiveEqualParts()
    {
        TensorDataset set = OfCounts(20, 20);

        set.Split(0.5, 7).First.Inputs().ShouldBe(set.Split(0.5, 7).First.Inputs());
        set.Split(0.5, 7).First.Inputs().ShouldNotBe(set.Split(0.5, 8).First.Inputs());
    }

    [Fact]
    public void WithoutStrata_PartsAreTheShuffledOrderCutInPieces()
    {
        TensorDataset set = OfCounts(5, 5);
        float[] order = set.Shuffle(3).Inputs();

        (Dataset first, Dataset second) = set.Split(0.3, 3, stratify: false);

        first.Inputs().ShouldBe(order[..3]);
        second.Inputs().ShouldBe(order[3..]);
    }

    [Fact]
    public void SetsWithoutOneLabel_AreSplitAtRandom()
    {
        TensorDataset targets = new([1], [.. Enumerable.Range(0, 10).Select(i => (float)i)], new float[10]);
        TensorDataset pixels = new([1], [.. Enumerable.Range(0, 10).Select(i => (float)i)], new int[20]);

        targets.Split(0.3, 3).First.Inputs().ShouldBe(targets.Shuffle(3).Inputs()[..3]);
        pixels.Split(0.3, 3).First.Inputs().ShouldBe(pixels.Shuffle(3).Inputs()[..3]);
    }

    [Fact]
    public void SeveralParts_AreEachStratified()
    {
        TensorDataset set = OfCounts(10, 20, 30);

        IReadOnlyList<Dataset> parts = set.Split([0.7, 0.2, 0.1], seed: 1);

        parts.Select(part => part.ClassCounts()).ShouldBe([[7L, 14, 21], [2L, 4, 6], [1L, 2, 3]]);
        parts.SelectMany(part => part.Inputs()).Order().ShouldBe(set.Inputs());
    }

    [Fact]
    public void SizesOfSeveralParts_AreRoundedByTheLargestRemainder()
    {
        // 3.3, 3.3, 3.4 of ten: the last gets the one that is left; of 1.6, 1.6, 0.8 the third and, of the equal ones, the first.
        OfCounts(10).Split([0.33, 0.33, 0.34]).Select(part => part.Count).ShouldBe([3, 3, 4]);
        OfCounts(4).Split([0.4, 0.4, 0.2]).Select(part => part.Count).ShouldBe([2, 1, 1]);
        OfCounts(100).Split([0.29, 0.57, 0.14]).Select(part => part.Count).ShouldBe([29, 57, 14]);
    }

    [Fact]
    public void AnEmptyPart_IsRefused()
    {
        Should.Throw<ArgumentException>(() => OfCounts(3).Split(0.1)).Message.ShouldStartWith("expected one sample or more in each part, actual 0 of 3 samples in part 0");
        Should.Throw<ArgumentException>(() => OfCounts(3).Split(0.9)).Message.ShouldContain("actual 0 of 3 samples in part 1");
        Should.Throw<ArgumentException>(() => OfCounts(1).Split(0.5)).Message.ShouldContain("actual 0 of 1 samples in part 1");
        Should.Throw<ArgumentException>(() => OfCounts(1).Slice(0, 0).Split(0.5)).Message.ShouldContain("actual 0 of 0 samples in part 0");
        Should.Throw<ArgumentException>(() => OfCounts(2).Split([0.4, 0.3, 0.3])).Message.ShouldContain("actual 0 of 2 samples in part 2");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void AFractionOutOfRange_IsRefused(double fraction)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => OfCounts(9).Split(fraction)).Message.ShouldStartWith("expected a number over 0 and under 1");
        Should.Throw<ArgumentOutOfRangeException>(() => OfCounts(9).Split([fraction, 0.5])).ParamName.ShouldBe("fractions");
    }

    [Fact]
    public void FractionsOfAnotherSum_AreRefused()
    {
        Should.Throw<ArgumentException>(() => OfCounts(9).Split([0.5, 0.25])).Message.ShouldStartWith("expected fractions of the sum 1, actual 0.75");
        Should.Throw<ArgumentException>(() => OfCounts(9).Split([])).Message.ShouldStartWith("expected fractions of the sum 1, actual 0");
    }
}
