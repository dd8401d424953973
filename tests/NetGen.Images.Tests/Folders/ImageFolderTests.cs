using NetGen.Images.Tests.Support;
using Shouldly;

namespace NetGen.Images.Tests.Folders;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageFolderOptions s_small = new() { Shape = [3, 4, 4] };

    private readonly ClassTree _tree = ClassTree.AntsAndBees();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Folder_IsLabelled()
    {
        ImageFolder images = ImageFolder.Load(_tree.Root, s_small);

        images.Count.ShouldBe(3);
        images.InputShape.ShouldBe([3, 4, 4]);
        images.LabelSize.ShouldBe(1);
        images.ClassNames.ShouldBe(["ants", "bees"]);
        Enumerable.Range(0, 3).Select(images.LabelOf).ShouldBe([0, 0, 1]);
        Enumerable.Range(0, 3).Select(images.PathOf).ShouldBe([_tree.PathOf("ants/1.png"), _tree.PathOf("ants/2.png"), _tree.PathOf("bees/1.png")]);
        images.Skipped.ShouldBeEmpty();
        images.Kept.ShouldBeTrue();
        images.Folder.ShouldBe(_tree.Root);
        int[] label = new int[1];
        images.CopyLabels(2, label);
        label.ShouldBe([1]);
    }

    [Fact]
    public void Input_IsThatOfThePicture()
    {
        float[] mean = [0.5f, 0.25f, 0f];
        float[] deviation = [0.5f, 0.25f, 2f];
        ImageFolder images = ImageFolder.Load(_tree.Root, s_small with { Mean = mean, Deviation = deviation });
        float[] input = new float[48];
        float[] expected = new float[48];
        images.CopyInput(1, input);
        Picture.Load(images.PathOf(1)).ToFloats(expected, mean, deviation);

        input.ShouldBe(expected);
        input[0].ShouldBe((20 / 255f - 0.5f) / 0.5f, 1e-6);
        input[47].ShouldBe(0.5f);
        images.ValuesOf(0).ShouldBe([-1f, -1f, 0f]);
        images.PictureOf(1).Bytes[0].ShouldBe((byte)20);
    }

    [Fact]
    public void OneChannel_IsGrey()
    {
        ImageFolder images = ImageFolder.Load(_tree.Root, new ImageFolderOptions { Shape = [1, 4, 4] });

        // By hand: 0.299 · 10 + 0.114 · 255 = 32.06.
        images.PictureOf(0).Bytes.ToArray().ShouldAllBe(b => b == 32);
    }

    /// <summary>torchvision sorts folders by path, so that "a-b" comes between "a" and "a/c", and files by name, capitals first.</summary>
    [Fact]
    public void Order_IsThatOfTorchvision()
    {
        foreach (string name in (string[])["z.png", "B.PNG", "a/c/2.JPEG.png", "a-b/1.png", "a/1.png"])
        {
            _tree.Add($"Wasps/{name}", 1);
        }

        ImageFolder images = ImageFolder.Load(_tree.Root, s_small);

        images.ClassNames.ShouldBe(["Wasps", "ants", "bees"]);
        Enumerable.Range(0, 5).Select(images.PathOf).ShouldBe(
            new[] { "B.PNG", "z.png", "a/1.png", "a-b/1.png", "a/c/2.JPEG.png" }.Select(name => _tree.PathOf($"Wasps/{name}")));
    }

    [Fact]
    public void OtherFiles_AreLeftOut()
    {
        _tree.Add("ants/notes.txt", [1, 2]);
        _tree.Add("ants/.hidden.png", [1, 2]);
        _tree.Add("ants/.cache/1.png", [1, 2]);
        _tree.Add(".git/1.png", [1, 2]);
        _tree.Add("loose.png", [1, 2]);

        ImageFolder.Load(_tree.Root, s_small).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ManyThreadsRead_AsOneDoes(bool keep)
    {
        ImageFolder images = ImageFolder.Load(_tree.Root, new ImageFolderOptions { Shape = [3, 9, 7], Keep = keep });
        float[][] expected = [.. Enumerable.Range(0, 3).Select(i => Input(images, i))];

        images.Kept.ShouldBe(keep);
        Parallel.For(0, 60, i => Input(images, i % 3).ShouldBe(expected[i % 3]));
    }

    [Fact]
    public void Kept_IsDecidedByTheBudget()
    {
        // 3 pictures of 48 bytes.
        ImageFolder.Load(_tree.Root, s_small with { KeepBudget = 144 }).Kept.ShouldBeTrue();
        ImageFolder.Load(_tree.Root, s_small with { KeepBudget = 143 }).Kept.ShouldBeFalse();
        ImageFolder.Load(_tree.Root, s_small with { KeepBudget = 0, Keep = true }).Kept.ShouldBeTrue();
    }

    [Fact]
    public void KeptPictures_NeedNoFiles()
    {
        ImageFolder kept = ImageFolder.Load(_tree.Root, s_small);
        ImageFolder read = ImageFolder.Load(_tree.Root, s_small with { Keep = false });
        File.Delete(_tree.PathOf("ants/1.png"));

        kept.PictureOf(0).Bytes[0].ShouldBe((byte)10);
        Should.Throw<FileNotFoundException>(() => read.PictureOf(0));
    }

    [Fact]
    public void Progress_GoesToTheEnd()
    {
        Reports reports = [];
        for (int i = 0; i < 20; i++)
        {
            _tree.Add($"bees/more{i}.png", (byte)i);
        }

        ImageFolder.Load(_tree.Root, s_small with { Threads = 3 }, reports);

        reports.Select(r => r.Read).ShouldBe(reports.Select(r => r.Read).Distinct().Order());
        reports.ShouldAllBe(r => r.Total == 23);
        reports[^1].Read.ShouldBe(23);
    }

    [Fact]
    public void Cancelled_Ends() =>
        Should.Throw<OperationCanceledException>(() => ImageFolder.Load(_tree.Root, s_small, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Reporting_MayThrow() =>
        Should.Throw<InvalidOperationException>(() => ImageFolder.Load(_tree.Root, s_small, new Refusing())).Message.ShouldBe("no more");

    [Fact]
    public void Slice_HasTheLabels()
    {
        int[] label = new int[1];
        ImageFolder.Load(_tree.Root, s_small).Slice(2, 1).CopyLabels(0, label);

        label.ShouldBe([1]);
    }

    [Fact]
    public void WrongIndex_IsRefused()
    {
        ImageFolder images = ImageFolder.Load(_tree.Root, s_small);

        Should.Throw<ArgumentOutOfRangeException>(() => images.LabelOf(3)).ParamName.ShouldBe("index");
        Should.Throw<ArgumentOutOfRangeException>(() => images.PathOf(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => images.PictureOf(3));
        Should.Throw<ArgumentException>(() => images.CopyInput(0, new float[47])).Message.ShouldContain("expected room for 48 values, actual 47");
    }

    private static float[] Input(ImageFolder images, int index)
    {
        float[] input = new float[images.InputSize];
        images.CopyInput(index, input);
        return input;
    }

    private sealed class Refusing : IProgress<ImageFolderProgress>
    {
        public void Report(ImageFolderProgress value) => throw new InvalidOperationException("no more");
    }
}
