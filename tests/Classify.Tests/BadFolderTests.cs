using Shouldly;

namespace Classify.Tests;

/// <summary>Folders that cannot be trained with: one clear message each, and the exit code of bad input.</summary>
public sealed class BadFolderTests : IDisposable
{
    private const int BadInput = 2;

    private readonly PictureTree _tree = PictureTree.DarkAndBright();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void AbsentFolder_IsNamed() =>
        Refused(["--data", _tree["nothing"]]).ShouldBe($"--data: there is no folder \"{_tree["nothing"]}\".");

    [Fact]
    public void FolderWithoutClasses_IsRefused()
    {
        Directory.CreateDirectory(_tree["empty"]);
        Refused(["--data", _tree["empty"]]).ShouldBe($"--data: expected a folder for each of two classes or more in \"{_tree["empty"]}\", actual none.");

        _tree.Add("one/dark/1.png", 1);
        Refused(["--data", _tree["one"]]).ShouldBe($"--data: expected a folder for each of two classes or more in \"{_tree["one"]}\", actual \"dark\" alone.");
    }

    [Fact]
    public void ClassWithoutPictures_IsNamed()
    {
        _tree.Write("empty/dark/notes.txt", [1]);
        _tree.Add("empty/bright/1.png", 1);

        Refused(["--data", _tree["empty"]]).ShouldContain($"{_tree["empty/dark"]}: expected one picture or more of class \"dark\"");
    }

    [Fact]
    public void OtherNumberOfClasses_NamesTheCommand()
    {
        _tree.Add("data/grey/1.png", 128);

        Refused(["--data", _tree.Data, "--epochs", "3"]).ShouldBe(
            $"""
            --data: "{_tree.Data}" has 3 classes, but this program is built for 2. Build it so:
            dotnet run -c Release --project samples/Classify -p:Network=small -p:Classes=3 -p:Size=96 -- --data {_tree.Data} --epochs 3
            """);
    }

    [Fact]
    public void OtherSize_NamesTheCommand() =>
        Refused(["--data", _tree.Data, "--size", "64"]).ShouldContain("-p:Network=small -p:Classes=2 -p:Size=64 -- --data");

    [Theory]
    [InlineData(new byte[0], "expected a picture, actual 0 bytes")]
    [InlineData(new byte[] { 1, 2, 3 }, "expected a picture")]
    public void DamagedPicture_IsNamed(byte[] bytes, string problem)
    {
        string path = _tree.Write("data/dark/damaged.png", bytes);

        string message = Refused(["--data", _tree.Data]);

        message.ShouldStartWith($"--data: {path}: {problem}");
        message.ShouldContain("--on-damaged skip leaves out what cannot be read");
    }

    [Fact]
    public void PictureOfAnotherSize_IsRefusedWhereAskedFor()
    {
        string path = _tree.Add("data/dark/large.png", 30, side: 100);
        string expected = $"--data: {path}: expected a picture of 96×96 pixels, actual 100×100";

        Refused(["--data", _tree.Data, "--on-other-size", "refuse"]).ShouldStartWith(expected);

        // What is damaged may be left out; this one is not.
        _tree.Write("data/dark/damaged.png", []);
        Refused(["--data", _tree.Data, "--on-other-size", "refuse", "--on-damaged", "skip"]).ShouldStartWith(expected);
    }

    [Fact]
    public void OtherClassesOfTheValidation_AreListed()
    {
        _tree.Add("other/dark/1.png", 1);
        _tree.Add("other/wasps/1.png", 1);

        Refused(["--data", _tree.Data, "--validation", _tree["other"]])
            .ShouldStartWith($"--validation: {_tree["other"]}: expected the classes bright, dark; missing: bright; extra: wasps");
    }

    [Fact]
    public void TooFewPicturesToSplit_AreTold()
    {
        _tree.Add("few/dark/1.png", 1);
        _tree.Add("few/bright/1.png", 1);

        Refused(["--data", _tree["few"], "--validation", "0.9"]).ShouldStartWith("--validation: 2 pictures are too few to keep a share of 0.9 of them.");
        Refused(["--data", _tree["few"], "--validation", "0.5"]).ShouldStartWith("--validation: class \"");
    }

    private string Refused(string[] arguments)
    {
        ProgramRun run = ProgramRun.Of([.. arguments, "--out", _tree.Out]);
        run.ExitCode.ShouldBe(BadInput, run.Errors + run.Output);
        Directory.Exists(_tree.Out).ShouldBeFalse();
        return run.Errors.ReplaceLineEndings("\n").TrimEnd().Replace($" --out {_tree.Out}", "", StringComparison.Ordinal);
    }
}
