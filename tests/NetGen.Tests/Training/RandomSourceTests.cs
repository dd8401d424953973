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
}
