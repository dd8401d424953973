using Shouldly;

namespace NetGen.Tests.Data;

/// <summary>What is in a set: its classes, its batches, its labels as targets.</summary>
public sealed class DatasetContentTests
{
    [Fact]
    public void Labels_AreCounted()
    {
        TensorDataset set = new([1], [0, 0, 0, 0], [2, 0, 2, 4]);
        TensorDataset named = new([1], [0, 0], [2, 0]) { ClassNames = ["a", "b", "c", "d"] };
        TensorDataset pixels = new([1], [0, 0], [1, 1, 1, 0, 1, 1]);

        set.ClassCounts().ShouldBe([1L, 0, 2, 0, 1]);
        set.LabelOf(3).ShouldBe(4);
        named.ClassCounts().ShouldBe([1L, 0, 1, 0]);
        pixels.ClassCounts().ShouldBe([1L, 5]);
        set.Slice(0, 0).ClassCounts().ShouldBeEmpty();
    }

    [Fact]
    public void WrongLabels_AreNotCounted()
    {
        Should.Throw<InvalidOperationException>(() => new TensorDataset([1], [0, 0], [0, -1]).ClassCounts()).Message
            .ShouldBe("sample 1: expected labels from 0 to 16777215, actual -1");
        Should.Throw<InvalidOperationException>(() => new TensorDataset([1], [0], [int.MaxValue]).ClassCounts());
        Should.Throw<NotSupportedException>(() => new TensorDataset([1], [0], [0f]).ClassCounts());
    }

    [Fact]
    public void LabelOf_NeedsOneLabelASample()
    {
        TensorDataset set = new([1], [0, 0], [1, 2, 3, 4]);

        Should.Throw<NotSupportedException>(() => set.LabelOf(0)).Message.ShouldBe("expected one label a sample, actual 2 labels and 0 targets");
        Should.Throw<ArgumentOutOfRangeException>(() => new TensorDataset([1], [0, 0], [1, 2]).LabelOf(2)).Message.ShouldContain("from 0 to 1, actual 2");
    }

    [Fact]
    public void Batches_AreTheSamplesInOrder()
    {
        TensorDataset set = new([2], [1, 2, 3, 4, 5, 6], [7, 8, 9]);
        List<(int Count, float[] Inputs, int[] Labels, int Targets)> batches =
            [.. set.Batches(2).Select(b => (b.Count, b.Inputs.ToArray(), b.Labels.ToArray(), b.Targets.Length))];

        batches.Count.ShouldBe(2);
        batches[0].Inputs.ShouldBe([1, 2, 3, 4]);
        batches[0].Labels.ShouldBe([7, 8]);
        batches[0].Targets.ShouldBe(0);
        batches[1].Count.ShouldBe(1);
        batches[1].Inputs.ShouldBe([5, 6]);
        batches[1].Labels.ShouldBe([9]);
        set.Batches(2, dropLast: true).Count().ShouldBe(1);
        set.Batches(3, dropLast: true).Count().ShouldBe(1);
        set.Batches(4, dropLast: true).Count().ShouldBe(0);
        set.Batches(int.MaxValue).Single().Count.ShouldBe(3);
        set.Slice(0, 0).Batches(1).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => set.Batches(0)).ParamName.ShouldBe("batchSize");
    }

    [Fact]
    public void Batches_OfTargets_HaveThem()
    {
        Batch batch = new TensorDataset([1], [1, 2], [3f, 4, 5, 6]).Batches(2).Single();

        batch.Targets.ToArray().ShouldBe([3, 4, 5, 6]);
        batch.Labels.Length.ShouldBe(0);
    }

    [Fact]
    public void TwoPasses_HaveBuffersOfTheirOwn()
    {
        IEnumerable<Batch> batches = new TensorDataset([1], [1, 2], [3, 4]).Batches(1);
        using IEnumerator<Batch> one = batches.GetEnumerator();
        using IEnumerator<Batch> other = batches.GetEnumerator();

        one.MoveNext();
        other.MoveNext();
        Batch first = one.Current;
        other.MoveNext();

        first.Inputs[0].ShouldBe(1);
        other.Current.Inputs[0].ShouldBe(2);
        one.MoveNext();
        first.Inputs[0].ShouldBe(2, "the buffer is used again");
    }

    [Fact]
    public void OneHot_MakesTargetsOfLabels()
    {
        Dataset set = new TensorDataset([1], [5, 6], [2, 0]) { ClassNames = ["a", "b", "c"] };
        Dataset hard = set.OneHot(3);
        Dataset soft = set.OneHot(4, 0.2f);
        float[] targets = new float[3];
        float[] smooth = new float[4];

        hard.CopyTargets(0, targets);
        soft.CopyTargets(1, smooth);

        targets.ShouldBe([0, 0, 1]);
        smooth.ShouldBe([0.85f, 0.05f, 0.05f, 0.05f], 1e-6);
        hard.Count.ShouldBe(2);
        hard.LabelSize.ShouldBe(0);
        hard.TargetSize.ShouldBe(3);
        hard.Inputs().ShouldBe([5, 6]);
        hard.ClassNames.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void OneHot_OfSeveralLabels_HasAPlaneForEachClass()
    {
        float[] targets = new float[6];

        new TensorDataset([1], [0], [1, 0, 1]).OneHot(2).CopyTargets(0, targets);

        targets.ShouldBe([0, 1, 0, 1, 0, 1]);
    }

    [Fact]
    public void OneHot_RefusesOtherLabels()
    {
        TensorDataset set = new([1], [0, 0], [3, -1]);

        Should.Throw<InvalidOperationException>(() => set.OneHot(3).CopyTargets(0, new float[3])).Message.ShouldBe("sample 0: expected a label from 0 to 2, actual 3");
        Should.Throw<InvalidOperationException>(() => set.OneHot(3).CopyTargets(1, new float[3]));
        Should.Throw<ArgumentOutOfRangeException>(() => set.OneHot(0)).ParamName.ShouldBe("classes");
        Should.Throw<ArgumentOutOfRangeException>(() => set.OneHot(2, 1)).ParamName.ShouldBe("smoothing");
        Should.Throw<NotSupportedException>(() => set.OneHot(3).OneHot(3)).Message.ShouldBe("expected labels, actual 3 targets a sample");
        Should.Throw<ArgumentOutOfRangeException>(() => set.OneHot(4).CopyTargets(2, new float[4])).ParamName.ShouldBe("index");
    }
}
