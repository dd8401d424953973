using System.Globalization;
using Shouldly;

namespace NetGen.Tests.Weights;

/// <summary>Links stay, and what they end at is made or replaced.</summary>
public sealed class AtomicFileLinkTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void AChain_IsFollowed(int links)
    {
        string target = _folder.Write("target", [1]);
        Chain(links);

        AtomicFile.Write(_folder["0"], s => s.WriteByte(2));

        File.ReadAllBytes(target).ShouldBe(new byte[] { 2 });
        Enumerable.Range(0, links).ShouldAllBe(i => new FileInfo(_folder[$"{i}"]).LinkTarget != null);
        _folder.Names().Length.ShouldBe(links + 1);
    }

    [Fact]
    public void AChainOfMoreThanTheSystemFollows_IsRefused()
    {
        string target = _folder.Write("target", [1]);
        Chain(41);

        Refusal(_folder["0"]).Message.ShouldBe($"Cannot write \"{_folder["0"]}\": its symbolic links run in a circle, or there are more than 40.");

        File.ReadAllBytes(target).ShouldBe(new byte[] { 1 });
        _folder.Names().Length.ShouldBe(42);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void ACircle_IsRefused_AndNamed(int links)
    {
        for (int i = 0; i < links; i++)
        {
            File.CreateSymbolicLink(_folder[$"{i}"], $"{(i + 1) % links}");
        }

        Refusal(_folder["0"]).Message.ShouldBe($"Cannot write \"{_folder["0"]}\": its symbolic links run in a circle, or there are more than 40.");

        Links().ShouldBe([.. Enumerable.Range(0, links).Select(i => $"{i}")]);
    }

    [Fact]
    public void ACircleOfFolders_IsRefused()
    {
        Directory.CreateSymbolicLink(_folder["a"], "b");
        Directory.CreateSymbolicLink(_folder["b"], "a");
        File.CreateSymbolicLink(_folder["file"], "a/file");

        Refusal(_folder["file"]).Message.ShouldContain(_folder["file"]);

        Links().ShouldBe(["a", "b", "file"]);
    }

    [Fact]
    public void ADanglingLink_GetsItsTarget()
    {
        File.CreateSymbolicLink(_folder["link"], "target");

        AtomicFile.Write(_folder["link"], s => s.WriteByte(4));

        File.ReadAllBytes(_folder["target"]).ShouldBe(new byte[] { 4 });
        new FileInfo(_folder["link"]).LinkTarget.ShouldBe("target");
        new FileInfo(_folder["target"]).LinkTarget.ShouldBeNull();
        _folder.Names().ShouldBe(["link", "target"]);
    }

    [Fact]
    public void ALinkIntoAMissingFolder_NamesPathAndFolder()
    {
        File.CreateSymbolicLink(_folder["link"], _folder["missing/target"]);

        DirectoryNotFoundException e = Should.Throw<DirectoryNotFoundException>(() => AtomicFile.Write(_folder["link"], s => s.WriteByte(1)));

        e.Message.ShouldStartWith($"Cannot write \"{_folder["link"]}\": the folder \"");
        e.Message.ShouldContain("missing\" does not exist.");
        Links().ShouldBe(["link"]);
    }

    [Fact]
    public void ALinkToAFolder_IsRefused()
    {
        Directory.CreateDirectory(_folder["sub"]);
        Directory.CreateSymbolicLink(_folder["link"], "sub");

        Refusal(_folder["link"]).Message.ShouldBe($"Cannot write \"{_folder["link"]}\": expected a file, actual a folder.");

        Directory.GetFileSystemEntries(_folder["sub"]).ShouldBeEmpty();
        Links().ShouldBe(["link"]);
    }

    [Theory]
    [InlineData("target")]
    [InlineData("./target")]
    [InlineData("../sub/target")]
    [InlineData(".././sub//../sub/target")]
    public void ARelativeTarget_StartsAtTheLinksFolder(string target)
    {
        Directory.CreateDirectory(_folder["sub"]);
        _folder.Write("sub/target", [1]);
        File.CreateSymbolicLink(_folder["sub/link"], target);

        AtomicFile.Write(_folder["sub/link"], s => s.WriteByte(5));

        File.ReadAllBytes(_folder["sub/target"]).ShouldBe(new byte[] { 5 });
        File.ReadAllBytes(_folder["sub/link"]).ShouldBe(new byte[] { 5 });
        _folder.Names().ShouldBeEmpty();
    }

    [UnixFact]
    public void ATargetsParent_IsThatOfTheRealFolder()
    {
        Directory.CreateDirectory(_folder["real/inner"]);
        Directory.CreateSymbolicLink(_folder["folder"], "real/inner");
        File.CreateSymbolicLink(_folder["real/inner/link"], "../target");

        AtomicFile.Write(_folder["folder/link"], s => s.WriteByte(6));

        // As the system reads it: the parent of real/inner, not of folder.
        File.ReadAllBytes(_folder["folder/link"]).ShouldBe(new byte[] { 6 });
        File.ReadAllBytes(_folder["real/target"]).ShouldBe(new byte[] { 6 });
        _folder.Names().ShouldBeEmpty();
    }

    [UnixFact]
    public void AParentInATarget_IsThatOfTheRealFolder()
    {
        Directory.CreateDirectory(_folder["real/inner"]);
        Directory.CreateSymbolicLink(_folder["folder"], "real/inner");
        File.CreateSymbolicLink(_folder["link"], "folder/../target");

        AtomicFile.Write(_folder["link"], s => s.WriteByte(6));

        File.ReadAllBytes(_folder["link"]).ShouldBe(new byte[] { 6 });
        File.ReadAllBytes(_folder["real/target"]).ShouldBe(new byte[] { 6 });
        _folder.Names().ShouldBe(["link"]);
    }

    [Fact]
    public void AFileInALinkedFolder_IsReplaced()
    {
        Directory.CreateDirectory(_folder["real"]);
        Directory.CreateSymbolicLink(_folder["folder"], _folder["real"]);

        AtomicFile.Write(_folder["folder/file"], s => s.WriteByte(7));

        File.ReadAllBytes(_folder["real/file"]).ShouldBe(new byte[] { 7 });
        new DirectoryInfo(_folder["folder"]).LinkTarget.ShouldBe(_folder["real"]);
        Directory.GetFileSystemEntries(_folder["real"]).Length.ShouldBe(1);
    }

    /// <summary>Links 0 → 1 → 2 … → target.</summary>
    private void Chain(int links)
    {
        for (int i = 0; i < links; i++)
        {
            File.CreateSymbolicLink(_folder[$"{i}"], i + 1 == links ? "target" : (i + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IOException Refusal(string path) => Should.Throw<IOException>(() => AtomicFile.Write(path, _ => throw new InvalidOperationException("nothing is to be written")));

    private string[] Links() =>
        [.. new DirectoryInfo(_folder.Root).GetFileSystemInfos().Where(i => i.LinkTarget is not null || i is FileInfo).Select(i => i.Name).Order(StringComparer.Ordinal)];
}
