using NetGen.Images.Tests.Support;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Images.Tests.Folders;

public sealed class BadFolderTests : IDisposable
{
    private static readonly ImageFolderOptions s_small = new() { Shape = [3, 4, 4] };

    private readonly ClassTree _tree = ClassTree.AntsAndBees();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void FirstBadFile_IsNamed(int threads)
    {
        string first = _tree.Add("ants/3.png", [1, 2, 3]);
        for (int i = 2; i < 30; i++)
        {
            _tree.Add($"bees/{i}.png", []);
        }

        Should.Throw<DataFileException>(() => ImageFolder.Load(_tree.Root, s_small with { Threads = threads })).Path.ShouldBe(first);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BadFiles_AreSkippedAndListed(bool keep)
    {
        string empty = _tree.Add("ants/0.jpg", []);
        string text = _tree.Add("bees/0.gif", [1, 2, 3]);

        ImageFolder images = ImageFolder.Load(_tree.Root, s_small with { BadFile = BadFile.Skip, Keep = keep });

        images.Count.ShouldBe(3);
        Enumerable.Range(0, 3).Select(images.LabelOf).ShouldBe([0, 0, 1]);
        Enumerable.Range(0, 3).Select(i => (int)images.PictureOf(i).Bytes[0]).ShouldBe([10, 20, 30]);
        images.Skipped.Select(s => s.Path).ShouldBe([empty, text]);
        images.Skipped.ShouldAllBe(s => !s.IsOtherSize);
        images.Skipped[0].Reason.ShouldBe($"{empty}: expected a picture, actual 0 bytes");
    }

    /// <summary>Headers alone are read in loading, so the damage shows when the picture is asked for.</summary>
    [Fact]
    public void DamageBehindTheHeader_IsToldWhenRead()
    {
        byte[] file = Encoded.SlopeFile("jpg");
        string path = _tree.Add("ants/0.jpg", file[..^100]);

        Should.Throw<DataFileException>(() => ImageFolder.Load(_tree.Root, s_small)).Path.ShouldBe(path);
        ImageFolder images = ImageFolder.Load(_tree.Root, s_small with { Keep = false });
        Should.Throw<DataFileException>(() => images.CopyInput(0, new float[48])).Path.ShouldBe(path);
    }

    [Fact]
    public void ClassOfBadFiles_IsRefused()
    {
        _tree.Add("wasps/1.png", [1]);

        string message = Should.Throw<DataFileException>(() => ImageFolder.Load(_tree.Root, s_small with { BadFile = BadFile.Skip })).Message;

        message.ShouldStartWith(_tree.PathOf("wasps"));
        message.ShouldContain("expected one good picture or more of class \"wasps\", actual none; the first bad one: ");
    }

    [Fact]
    public void ClassWithoutPictures_IsRefused()
    {
        _tree.Add("wasps/notes.txt", [1]);

        Should.Throw<DataFileException>(() => ImageFolder.Load(_tree.Root, s_small)).Message
            .ShouldBe($"{_tree.PathOf("wasps")}: expected one picture or more of class \"wasps\" (.jpg, .jpeg, .png, .bmp, .gif, .webp, .tif, .tiff), actual none");
    }

    [Fact]
    public void OneClassOrNone_IsRefused()
    {
        using ClassTree empty = new();
        Should.Throw<DataFileException>(() => ImageFolder.Load(empty.Root, s_small)).Message
            .ShouldContain("expected a folder for each of two classes or more, since nothing is learnt from one, actual none; ImageFiles.Find lists");

        empty.Add("ants/1.png", 1);
        Should.Throw<DataFileException>(() => ImageFolder.Load(empty.Root, s_small)).Message.ShouldContain("actual \"ants\" alone");
    }

    [Fact]
    public void AbsentFolder_IsNamed()
    {
        string absent = _tree.PathOf("absent");

        Should.Throw<DirectoryNotFoundException>(() => ImageFolder.Load(absent, s_small)).Message.ShouldBe($"expected a folder, actual nothing: \"{absent}\"");
        Should.Throw<DirectoryNotFoundException>(() => ImageFolder.Load(_tree.PathOf("ants/1.png"), s_small)).Message.ShouldContain("actual a file");
        Should.Throw<ArgumentException>(() => ImageFolder.Load("", s_small));
    }

    [Fact]
    public void OtherClasses_AreListed()
    {
        using ClassTree other = new();
        other.Add("ants/1.png", 1);
        other.Add("wasps/1.png", 1);
        ImageFolder train = ImageFolder.Load(_tree.Root, s_small);
        ImageFolder validation = ImageFolder.Load(other.Root, s_small);
        string expected = $"{other.Root}: expected the classes ants, bees; missing: bees; extra: wasps";

        Should.Throw<DataFileException>(() => train.CheckClasses(validation)).Message.ShouldBe(expected);
        Should.Throw<DataFileException>(() => ImageFolder.Load(other.Root, s_small with { ClassNames = train.ClassNames })).Message.ShouldBe(expected);
        train.CheckClasses(train);
    }

    [Fact]
    public void ExpectedClasses_GiveTheNumbers()
    {
        ImageFolder images = ImageFolder.Load(_tree.Root, s_small with { ClassNames = ["bees", "ants"] });

        images.ClassNames.ShouldBe(["bees", "ants"]);
        Enumerable.Range(0, 3).Select(images.LabelOf).ShouldBe([0, 1, 1]);
        images.PathOf(0).ShouldBe(_tree.PathOf("bees/1.png"));
        Should.Throw<DataFileException>(() => images.CheckClasses(ImageFolder.Load(_tree.Root, s_small))).Message
            .ShouldContain("expected the classes in the order bees, ants, actual ants, bees");
    }

    [Fact]
    public void WrongOptions_AreRefused()
    {
        Refused(s_small with { Shape = [3, 4] }, "(3, 4)");
        Refused(s_small with { Shape = [2, 4, 4] }, "(2, 4, 4)");
        Refused(s_small with { Mean = [0.5f] }, "expected a value for each of 3 channels, actual 1");
        Refused(s_small with { Deviation = [1f, 0f, 1f] }, "actual 0");
        Refused(s_small with { Threads = 0 }, "Threads");
        Refused(s_small with { KeepBudget = -1 }, "KeepBudget");
        Refused(s_small with { Fit = (Fit)7 }, "expected one of Stretch, CenterCrop, Refuse, actual 7");
        Refused(s_small with { ShorterSide = 5 }, "expected none but with Fit.CenterCrop, actual Fit.Stretch");
        Refused(s_small with { Fit = Fit.CenterCrop, ShorterSide = 3 }, "expected a number from 4");
        Refused(s_small with { ClassNames = ["a", "a"] }, "\"a\" twice");

        void Refused(ImageFolderOptions options, string message) =>
            Should.Throw<ArgumentException>(() => ImageFolder.Load(_tree.Root, options)).Message.ShouldContain(message);
    }

    [UnixFact]
    public void LinkInACircle_IsRefused()
    {
        string link = _tree.PathOf("ants/again");
        Directory.CreateSymbolicLink(link, _tree.Root);

        Should.Throw<DataFileException>(() => ImageFolder.Load(_tree.Root, s_small)).Message.ShouldContain("a link back to");
    }

    [UnixFact]
    public void LinkedFolder_IsFollowed()
    {
        using ClassTree other = ClassTree.AntsAndBees();
        Directory.CreateSymbolicLink(_tree.PathOf("bees/more"), other.PathOf("bees"));

        ImageFolder.Load(_tree.Root, s_small).PathOf(3).ShouldBe(_tree.PathOf("bees/more/1.png"));
    }
}
