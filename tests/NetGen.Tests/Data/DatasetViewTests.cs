using System.Diagnostics;
using Shouldly;

namespace NetGen.Tests.Data;

public sealed class DatasetViewTests
{
    /// <summary>Inputs 0, 1, 2, …; the label is ten times the input.</summary>
    private static TensorDataset Numbers(int count) =>
        new([1], [.. Enumerable.Range(0, count).Select(i => (float)i)], [.. Enumerable.Range(0, count).Select(i => 10 * i)]) { ClassNames = ["zero"] };

    [Fact]
    public void Subset_HasTheChosenOrder()
    {
        Dataset subset = Numbers(5).Subset([4, 0, 4]);

        subset.Labels().ShouldBe([40, 0, 40]);
        subset.Inputs().ShouldBe([4, 0, 4]);
        subset.ClassNames.ShouldBe(["zero"]);
        subset.Subset([]).Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Subset_OfAnotherIndex_IsRefused(int index) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Numbers(5).Subset([0, index])).Message
            .ShouldStartWith($"index 1: expected the number of one of 5 samples, from 0, actual {index}");

    [Fact]
    public void ViewsOfViews_ReadTheSourceDirectly()
    {
        CountingDataset source = new();
        source.LabelOf(0);
        int direct = source.DepthOfStack;
        Dataset view = source.Subset([9, 7, 5, 3]).Slice(1, 3).Subset([2, 0]).Slice(0, 2);

        view.Labels().ShouldBe([3, 7]);
        for (int i = 0; i < 100_000; i++)
        {
            view = view.Slice(0, 2);
        }

        view.LabelOf(1).ShouldBe(7);
        source.DepthOfStack.ShouldBeLessThanOrEqualTo(direct + 1);
    }

    [Fact]
    public void OriginOf_GoesDownToTheSetThatHoldsTheSample()
    {
        TensorDataset first = Numbers(5);
        TensorDataset second = Numbers(3);
        Dataset view = Dataset.Concat(first.Subset([4, 2, 0]), second.Slice(1, 2)).OneHot(100).Subset([3, 1, 4]).Slice(0, 2);

        view.OriginOf(0).ShouldBe((second, 1));
        view.OriginOf(1).ShouldBe((first, 2));
        first.OriginOf(3).ShouldBe((first, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => view.OriginOf(2)).Message.ShouldContain("from 0 to 1");
        Should.Throw<ArgumentOutOfRangeException>(() => first.OriginOf(-1)).ParamName.ShouldBe("index");
        Should.Throw<ArgumentOutOfRangeException>(() => Dataset.Concat(first).OriginOf(5)).ParamName.ShouldBe("index");
    }

    [Fact]
    public void View_ChecksItsOwnBounds()
    {
        Dataset view = Numbers(5).Subset([1, 2]);

        Should.Throw<ArgumentOutOfRangeException>(() => view.CopyInput(2, new float[1])).Message.ShouldContain("from 0 to 1, actual 2");
        Should.Throw<ArgumentOutOfRangeException>(() => view.LabelOf(-1)).ParamName.ShouldBe("index");
        Should.Throw<ArgumentException>(() => view.CopyLabels(0, new int[2])).Message.ShouldContain("expected room for 1 values, actual 2");
    }

    [Fact]
    public void View_OfTargets_ReadsThem()
    {
        Dataset view = new TensorDataset([1], [1, 2], [0.5f, 1.5f]).Subset([1]);
        float[] target = new float[1];

        view.CopyTargets(0, target);

        target.ShouldBe([1.5f]);
        Should.Throw<NotSupportedException>(() => view.LabelOf(0)).Message.ShouldBe("expected one label a sample, actual 0 labels and 1 targets");
    }

    [Fact]
    public void Shuffle_HasAllSamplesInAnOrderOfTheSeed()
    {
        int[] order = Numbers(20).Shuffle(3).Labels();

        order.Order().ShouldBe(Enumerable.Range(0, 20).Select(i => 10 * i));
        order.ShouldBe(Numbers(20).Shuffle(3).Labels());
        order.ShouldNotBe(Numbers(20).Shuffle(4).Labels());
        order.ShouldNotBe([.. order.Order()]);
        Numbers(1).Shuffle(0).Labels().ShouldBe([0]);
        Numbers(2).Slice(0, 0).Shuffle(0).Count.ShouldBe(0);
    }

    [Fact]
    public void Shuffle_IsSplitMix64WithDurstenfeldsWalk() =>
        // In Python: state and output as in RandomSource, j = (output * (i + 1)) >> 64 for i = 5 … 1 on [0, 10, …, 50], seed 1.
        Numbers(6).Shuffle(1).Labels().ShouldBe([20, 0, 10, 40, 50, 30]);

    [Fact]
    public void Concat_PassesEmptyParts()
    {
        Dataset whole = Dataset.Concat(Numbers(3).Slice(0, 0), Numbers(2), Numbers(3).Slice(0, 0), Numbers(5).Slice(3, 2), Numbers(1).Slice(0, 0));

        whole.Count.ShouldBe(4);
        whole.Labels().ShouldBe([0, 10, 30, 40]);
        whole.Inputs().ShouldBe([0, 1, 3, 4]);
        whole.ClassNames.ShouldBe(["zero"]);
        Dataset.Concat(whole, whole).Subset([7, 0]).Labels().ShouldBe([40, 0]);
        Dataset.Concat(Numbers(2).Slice(0, 0)).Count.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => whole.CopyInput(4, new float[1])).ParamName.ShouldBe("index");
    }

    [Fact]
    public void Concat_OfTargets_ReadsThem()
    {
        TensorDataset set = new([1], [1, 2], [0.5f, 1.5f]);
        float[] target = new float[1];

        Dataset.Concat(set, set).CopyTargets(3, target);

        target.ShouldBe([1.5f]);
    }

    [Fact]
    public void Concat_OfOtherSamples_IsRefused()
    {
        TensorDataset pair = new([2], [1, 2], [0]);

        Should.Throw<ArgumentException>(() => Dataset.Concat(Numbers(1), pair)).Message.ShouldStartWith("set 1: expected inputs of set 0's shape (1), actual (2)");
        Should.Throw<ArgumentException>(() => Dataset.Concat(pair, new TensorDataset([2], [1, 2], [0f]))).Message
            .ShouldStartWith("set 1: expected 1 labels and 0 targets a sample as in set 0, actual 0 and 1");
        Should.Throw<ArgumentException>(() => Dataset.Concat(pair, new TensorDataset([2], [1, 2], [0]) { ClassNames = ["a"] }, new TensorDataset([2], [1, 2], [0]) { ClassNames = ["b"] })).Message
            .ShouldStartWith("set 2: expected the class names of the sets before, a, actual b");
        Should.Throw<ArgumentException>(() => Dataset.Concat()).Message.ShouldStartWith("expected one set or more, actual 0");
        Should.Throw<ArgumentNullException>(() => Dataset.Concat(pair, null!)).ParamName.ShouldBe("parts");
    }

    private sealed class CountingDataset() : Dataset([1], 1, 0)
    {
        public int DepthOfStack { get; private set; }

        public override int Count => 10;

        public override void CopyInput(int index, Span<float> destination) => destination[0] = index;

        public override void CopyLabels(int index, Span<int> destination)
        {
            DepthOfStack = new StackTrace().FrameCount;
            destination[0] = index;
        }
    }
}
