using Shouldly;

namespace NetGen.Tests.Data;

public sealed class DatasetTests
{
    [Fact]
    public void Images_AreNormalisedPerChannel()
    {
        ImageDataset set = new([2, 1, 2], [0, 255, 51, 102, 1, 2, 3, 4], [7, 8], [0.5f, 0.2f], [0.5f, 0.1f]);
        float[] input = new float[4];
        int[] label = new int[1];

        set.CopyInput(0, input);
        set.CopyLabels(1, label);

        input[0].ShouldBe(-1, 1e-6);
        input[1].ShouldBe(1, 1e-6);
        input[2].ShouldBe(0, 1e-6);
        input[3].ShouldBe(2, 1e-5);
        label.ShouldBe([8]);
        set.ValuesOf(255)[0].ShouldBe(1, 1e-6);
        set.ValuesOf(102)[1].ShouldBe(2, 1e-5);
        set.Pixels(1).ToArray().ShouldBe(new byte[] { 1, 2, 3, 4 });
    }

    [Fact]
    public void Images_WithoutNormalisation_AreScaled()
    {
        float[] input = new float[1];

        new ImageDataset([1, 1, 1], [3], [0], scale: 2).CopyInput(0, input);

        input.ShouldBe([6]);
    }

    [Fact]
    public void Images_MustFitTogether()
    {
        Should.Throw<ArgumentException>(() => new ImageDataset([1, 2, 2], new byte[7], new byte[2])).Message.ShouldStartWith("expected 8 bytes for 2 images of (1, 2, 2), actual 7");
        Should.Throw<ArgumentException>(() => new ImageDataset([4], new byte[8], new byte[2])).Message.ShouldStartWith("expected channels, height, width, actual (4)");
        Should.Throw<ArgumentException>(() => new ImageDataset([1, 2, 2], new byte[8], new byte[2], [1, 2])).Message.ShouldStartWith("expected a value for each of 1 channels, actual 2");
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageDataset([1, 2, 2], new byte[8], new byte[2], null, [0])).ParamName.ShouldBe("deviation");
    }

    [Fact]
    public void Tensors_AreGivenBySample()
    {
        TensorDataset labelled = new([2], [1, 2, 3, 4], [0, 1, 2, 3]);
        TensorDataset targeted = new([2], [1, 2, 3, 4], [0.5f, 1.5f]);
        int[] labels = new int[2];
        float[] targets = new float[1];

        labelled.CopyLabels(1, labels);
        targeted.CopyTargets(1, targets);

        labelled.LabelSize.ShouldBe(2);
        labels.ShouldBe([2, 3]);
        targeted.TargetSize.ShouldBe(1);
        targets.ShouldBe([1.5f]);
        Should.Throw<ArgumentException>(() => labelled.CopyTargets(0, new float[1])).Message.ShouldContain("expected room for 0 values, actual 1");
    }

    [Fact]
    public void Tensors_MustFitTogether()
    {
        Should.Throw<ArgumentException>(() => new TensorDataset([2], [1, 2, 3], [1])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentException>(() => new TensorDataset([2], [1, 2, 3, 4], new int[3])).Message.ShouldStartWith("expected the same number for each of 2 inputs, actual 3 in all");
        Should.Throw<ArgumentException>(() => new TensorDataset([2, 0], [1, 2, 3, 4], new int[2]));
    }

    [Fact]
    public void Slice_ShiftsTheSamples()
    {
        Dataset slice = new TensorDataset([1], [1, 2, 3, 4], [10, 20, 30, 40]).Slice(1, 2);
        float[] input = new float[1];
        int[] label = new int[1];

        slice.CopyInput(1, input);
        slice.CopyLabels(1, label);

        slice.Count.ShouldBe(2);
        input.ShouldBe([3]);
        label.ShouldBe([30]);
        Should.Throw<ArgumentOutOfRangeException>(() => slice.CopyInput(2, new float[1])).ParamName.ShouldBe("index");
        Should.Throw<ArgumentOutOfRangeException>(() => slice.Slice(1, 2)).Message.ShouldContain("expected a number from 0 to 1, actual 2");
    }

    [Fact]
    public void Copy_NeedsTheRightRoom() =>
        Should.Throw<ArgumentException>(() => new TensorDataset([2], [1, 2], [0]).CopyInput(0, new float[3])).Message.ShouldContain("expected room for 2 values, actual 3");
}
