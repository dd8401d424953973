using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Data;

public sealed class Cifar10Tests : IDisposable
{
    private const int Record = 1 + 3072;

    private readonly TempFolder _folder = new();

    public Cifar10Tests()
    {
        for (int i = 1; i <= 5; i++)
        {
            _folder.Write($"data_batch_{i}.bin", Two((byte)i, (byte)(2 * i - 1)));
        }

        _folder.Write("test_batch.bin", Two(0, 9));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_FollowEachOther()
    {
        Cifar10 cifar = Load();

        cifar.Train.Count.ShouldBe(10);
        cifar.Train.InputShape.ShouldBe([3, 32, 32]);
        Enumerable.Range(0, 10).Select(cifar.Train.Label).ShouldBe([1, 1, 2, 3, 3, 5, 4, 7, 5, 9]);
        cifar.Test.Count.ShouldBe(2);
        cifar.Test.Label(1).ShouldBe(9);
        Cifar10.ClassNames[cifar.Test.Label(1)].ShouldBe("truck");
        Cifar10.ClassNames.Count.ShouldBe(Cifar10.Classes);
    }

    [Fact]
    public void Planes_AreRedGreenBlue_From0To1()
    {
        float[] input = new float[3072];

        Load().Train.CopyInput(7, input);

        // Image 7 is the second of file 4; its label is 7.
        input.ShouldBe([.. Image(7).Select(b => b / 255f)], 1e-7);
        input[1023].ShouldBe((Offset(0, 1023) + 7) / 255f, 1e-7);
        input[1024].ShouldBe((Offset(1, 0) + 7) / 255f, 1e-7);
        input[3071].ShouldBe((Offset(2, 1023) + 7) / 255f, 1e-7);
    }

    [Fact]
    public void Normalisation_IsPerChannel()
    {
        Cifar10 cifar = Cifar10.Load(_folder.Root, [0.5f, 0.25f, 0], [0.5f, 2, 4], 2);
        float[] input = new float[3072];

        cifar.Test.CopyInput(0, input);

        input[3].ShouldBe(((Offset(0, 3) / 255f) - 0.5f) / 0.5f, 1e-6);
        input[1024 + 3].ShouldBe(((Offset(1, 3) / 255f) - 0.25f) / 2, 1e-6);
        input[2048 + 3].ShouldBe(Offset(2, 3) / 255f / 4, 1e-6);
        Should.Throw<ArgumentException>(() => Cifar10.Load(_folder.Root, [0.5f], null, 2)).Message.ShouldStartWith("expected a value for each of 3 channels, actual 1");
    }

    [Fact]
    public void AbsentFiles_AreAllNamed()
    {
        File.Delete(_folder["data_batch_2.bin"]);
        File.Delete(_folder["test_batch.bin"]);

        string message = Should.Throw<FileNotFoundException>(() => Load()).Message;

        message.ShouldStartWith(_folder.Root);
        message.ShouldEndWith("absent data_batch_2.bin, test_batch.bin");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Record)]
    [InlineData((2 * Record) - 1)]
    [InlineData((2 * Record) + 1)]
    [InlineData(3 * Record)]
    public void OtherLength_IsRefused(int length)
    {
        string path = _folder.Write("data_batch_3.bin", new byte[length]);

        DataFileException e = Should.Throw<DataFileException>(() => Load());

        e.Path.ShouldBe(path);
        e.Message.ShouldBe($"{path}: expected 6146 bytes (2 images of 1 label and 3072 pixel bytes), actual {length}");
    }

    [Fact]
    public void ThePublishedLength_IsTenThousandImages() =>
        Should.Throw<DataFileException>(() => Cifar10.Load(_folder.Root)).Message.ShouldEndWith("expected 30730000 bytes (10000 images of 1 label and 3072 pixel bytes), actual 6146");

    [Fact]
    public void OtherLabel_IsRefused()
    {
        string path = _folder.Write("test_batch.bin", Two(9, 10));

        Should.Throw<DataFileException>(() => Load()).Message.ShouldBe($"{path}: label 1: expected 0 to 9, actual 10");
    }

    private Cifar10 Load() => Cifar10.Load(_folder.Root, null, null, 2);

    private static byte[] Two(byte first, byte second) => [first, .. Image(first), second, .. Image(second)];

    /// <summary>An image that differs with the label, the channel and the pixel.</summary>
    private static byte[] Image(byte label) => [.. Enumerable.Range(0, 3072).Select(i => (byte)(Offset(i / 1024, i % 1024) + label))];

    private static byte Offset(int channel, int pixel) => (byte)((channel * 60) + (pixel % 101));
}
