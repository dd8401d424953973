using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Data;

public sealed class Cifar100Tests : IDisposable
{
    private const int Record = 2 + 3072;

    private readonly TempFolder _folder = new();

    public Cifar100Tests()
    {
        _folder.Write("train.bin", [.. Image(4, 0, 10), .. Image(14, 98, 20), .. Image(19, 99, 30)]);
        _folder.Write("test.bin", Image(0, 72, 40));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Cifar100Labels.Fine, new[] { 0, 98, 99 }, "woman", 72, "seal")]
    [InlineData(Cifar100Labels.Coarse, new[] { 4, 14, 19 }, "people", 0, "aquatic_mammals")]
    public void EitherLabel_IsRead(Cifar100Labels labels, int[] train, string second, int test, string testName)
    {
        Cifar100 cifar = Load(labels);

        cifar.Train.InputShape.ShouldBe([3, 32, 32]);
        cifar.Train.Labels().ShouldBe(train);
        cifar.Train.ClassNames![cifar.Train.LabelOf(1)].ShouldBe(second);
        cifar.Test.LabelOf(0).ShouldBe(test);
        cifar.Test.ClassNames![test].ShouldBe(testName);
        cifar.Train.Pixels(2)[..3].ToArray().ShouldBe(new byte[] { 30, 31, 32 });
        cifar.Train.Pixels(0)[3071].ShouldBe(unchecked((byte)(10 + 3071)));
        cifar.Train.Slice(0, 1).ClassNames.ShouldBe(cifar.Train.ClassNames);
    }

    [Fact]
    public void TheNames_AreThePublished()
    {
        Cifar100.FineClassNames.Count.ShouldBe(Cifar100.FineClasses);
        Cifar100.CoarseClassNames.Count.ShouldBe(Cifar100.CoarseClasses);
        Cifar100.FineClassNames.Distinct().Count().ShouldBe(100);

        // The published lists are in alphabetical order.
        Cifar100.FineClassNames.ShouldBe(Cifar100.FineClassNames.Order(StringComparer.Ordinal));
        (Cifar100.FineClassNames[0], Cifar100.FineClassNames[49], Cifar100.FineClassNames[99]).ShouldBe(("apple", "mountain", "worm"));
        (Cifar100.CoarseClassNames[0], Cifar100.CoarseClassNames[9], Cifar100.CoarseClassNames[19]).ShouldBe(("aquatic_mammals", "large_man-made_outdoor_things", "vehicles_2"));
    }

    [Fact]
    public void AbsentFiles_AreNamed()
    {
        File.Delete(_folder["test.bin"]);

        Should.Throw<FileNotFoundException>(() => Load()).Message.ShouldEndWith("expected train.bin and test.bin, absent test.bin");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Record - 1)]
    [InlineData(2 * Record)]
    public void OtherLength_IsRefused(int length)
    {
        string path = _folder.Write("test.bin", new byte[length]);

        Should.Throw<DataFileException>(() => Load()).Message.ShouldBe($"{path}: expected 3074 bytes (1 images of 2 labels and 3072 pixel bytes), actual {length}");
    }

    [Theory]
    [InlineData(20, 99, "coarse label 0: expected 0 to 19, actual 20")]
    [InlineData(19, 100, "fine label 0: expected 0 to 99, actual 100")]
    public void OtherLabels_AreRefused(byte coarse, byte fine, string problem)
    {
        string path = _folder.Write("test.bin", Image(coarse, fine, 0));

        // Both are checked, whichever is wanted.
        Should.Throw<DataFileException>(() => Load()).Message.ShouldBe($"{path}: {problem}");
        Should.Throw<DataFileException>(() => Load(Cifar100Labels.Coarse)).Message.ShouldBe($"{path}: {problem}");
    }

    [Fact]
    public void ThePublishedLengths_AreFiftyAndTenThousandImages()
    {
        Should.Throw<DataFileException>(() => Cifar100.Load(_folder.Root)).Message.ShouldContain("expected 153700000 bytes (50000 images of 2 labels");
        Should.Throw<ArgumentOutOfRangeException>(() => Cifar100.Load(_folder.Root, labels: (Cifar100Labels)2)).Message.ShouldStartWith("expected Fine or Coarse, actual 2");
    }

    private Cifar100 Load(Cifar100Labels labels = Cifar100Labels.Fine) => Cifar100.Load(_folder.Root, null, null, labels, 3, 1);

    private static byte[] Image(byte coarse, byte fine, byte first) => [coarse, fine, .. Enumerable.Range(0, 3072).Select(i => (byte)(first + i))];
}
