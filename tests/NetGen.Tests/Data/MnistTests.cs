using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Data;

public sealed class MnistTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public MnistTests()
    {
        _folder.Write("train-images-idx3-ubyte", IdxBytes.Of(0x08, [2, 1, 2], [0, 255, 51, 102]));
        _folder.Write("train-labels-idx1-ubyte.gz", IdxBytes.Pack(IdxBytes.Of(0x08, [2], [9, 3])));
        _folder.Write("t10k-images.idx3-ubyte", IdxBytes.Of(0x08, [1, 1, 2], [1, 2]));
        _folder.Write("t10k-labels.idx1-ubyte", IdxBytes.Of(0x08, [1], [0]));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EachSpelling_IsFound()
    {
        Mnist mnist = Mnist.Load(_folder.Root);
        float[] input = new float[2];
        mnist.Train.CopyInput(1, input);

        mnist.Train.Count.ShouldBe(2);
        mnist.Train.InputShape.ShouldBe([1, 1, 2]);
        mnist.Train.Label(0).ShouldBe(9);
        mnist.Test.Count.ShouldBe(1);
        input[0].ShouldBe((0.2f - 0.1307f) / 0.3081f, 1e-6);
        input[1].ShouldBe((0.4f - 0.1307f) / 0.3081f, 1e-6);
    }

    [Fact]
    public void AbsentFile_IsNamed()
    {
        File.Delete(_folder["t10k-labels.idx1-ubyte"]);

        string message = Should.Throw<FileNotFoundException>(() => Mnist.Load(_folder.Root)).Message;

        message.ShouldContain("t10k-labels-idx1-ubyte, t10k-labels-idx1-ubyte.gz, t10k-labels.idx1-ubyte, t10k-labels.idx1-ubyte.gz");
    }

    [Fact]
    public void OtherCount_IsRefused()
    {
        _folder.Write("train-labels-idx1-ubyte.gz", IdxBytes.Of(0x08, [3], [1, 2, 3]));

        Should.Throw<DataFileException>(() => Mnist.Load(_folder.Root)).Message.ShouldContain("expected a label for each of the 2 images, actual (3)");
    }

    [Fact]
    public void OtherLabel_IsRefused()
    {
        _folder.Write("train-labels-idx1-ubyte.gz", IdxBytes.Of(0x08, [2], [1, 10]));

        Should.Throw<DataFileException>(() => Mnist.Load(_folder.Root)).Message.ShouldContain("label 1: expected 0 to 9, actual 10");
    }

    [Fact]
    public void SwappedFiles_AreRefused()
    {
        _folder.Write("train-images-idx3-ubyte", IdxBytes.Of(0x08, [2], [9, 3]));

        Should.Throw<DataFileException>(() => Mnist.Load(_folder.Root)).Message.ShouldContain("expected images as (count, height, width), actual (2)");
    }

    [Fact]
    public void OtherTestShape_IsRefused()
    {
        _folder.Write("t10k-images.idx3-ubyte", IdxBytes.Of(0x08, [1, 2, 2], [1, 2, 3, 4]));

        Should.Throw<DataFileException>(() => Mnist.Load(_folder.Root)).Message.ShouldContain("(1, 1, 2), actual (1, 2, 2)");
    }

    [SharedDataFact("data/mnist")]
    public void TheRealFiles_AreAsPublished()
    {
        Mnist mnist = Mnist.Load(SharedDataFactAttribute.Find("data/mnist")!);

        mnist.Train.Count.ShouldBe(60_000);
        mnist.Test.Count.ShouldBe(10_000);
        mnist.Train.InputShape.ShouldBe([1, 28, 28]);
        Enumerable.Range(0, 10).Select(mnist.Train.Label).ShouldBe([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
        Enumerable.Range(0, 5).Select(mnist.Test.Label).ShouldBe([7, 2, 1, 0, 4]);

        double sum = 0;
        float[] input = new float[784];
        for (int i = 0; i < mnist.Train.Count; i++)
        {
            mnist.Train.CopyInput(i, input);
            foreach (float value in input)
            {
                sum += value;
            }
        }

        (sum / 60_000 / 784).ShouldBe(0, 1e-3);
    }
}
