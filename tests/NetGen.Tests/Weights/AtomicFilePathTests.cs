using System.Text;
using Shouldly;

namespace NetGen.Tests.Weights;

/// <summary>What a path may be.</summary>
public sealed class AtomicFilePathTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NoPath_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => AtomicFile.Write(null!, _ => { })).ParamName.ShouldBe("path");
        Should.Throw<ArgumentException>(() => AtomicFile.Write("", _ => { })).ParamName.ShouldBe("path");
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("sub/")]
    [InlineData("sub/.")]
    [InlineData("sub/..")]
    [InlineData("missing/")]
    [InlineData("file/")]
    public void AFolder_IsRefused(string name)
    {
        Directory.CreateDirectory(_folder["sub"]);
        _folder.Write("file", [1]);
        string path = _folder.Root + "/" + name;

        IOException e = Should.Throw<IOException>(() => AtomicFile.Write(path, s => s.WriteByte(1)));

        e.Message.ShouldBe($"Cannot write \"{path}\": expected a file, actual a folder.");
        Directory.GetFileSystemEntries(_folder["sub"]).ShouldBeEmpty();
        File.ReadAllBytes(_folder["file"]).ShouldBe(new byte[] { 1 });
        _folder.Names().ShouldBe(["file"]);
    }

    [Fact]
    public void TheRoot_IsRefused() =>
        Should.Throw<IOException>(() => AtomicFile.Write("/", s => s.WriteByte(1))).Message.ShouldBe("Cannot write \"/\": expected a file, actual a folder.");

    [Fact]
    public void AFileAsAFolder_IsRefused()
    {
        _folder.Write("file", [1]);
        string path = _folder["file/inside"];

        Should.Throw<DirectoryNotFoundException>(() => AtomicFile.Write(path, s => s.WriteByte(2)))
            .Message.ShouldBe($"Cannot write \"{path}\": the folder \"{_folder["file"]}\" does not exist.");

        File.ReadAllBytes(_folder["file"]).ShouldBe(new byte[] { 1 });
    }

    [UnixTheory]
    [InlineData("ä", 127)]
    [InlineData("語", 85)]
    [InlineData("𝄞", 63)]
    public void ANameOf255Bytes_Succeeds(string character, int count)
    {
        string name = string.Concat(Enumerable.Repeat(character, count));
        name += new string('n', 255 - Encoding.UTF8.GetByteCount(name));

        AtomicFile.Write(_folder[name], s => s.WriteByte(1));
        AtomicFile.Write(_folder[name], s => s.WriteByte(2));

        File.ReadAllBytes(_folder[name]).ShouldBe(new byte[] { 2 });
        _folder.Names().ShouldBe([name]);
    }

    [UnixTheory]
    [InlineData("n", 256)]
    [InlineData("ä", 128)]
    [InlineData("語", 2000)]
    public void ANameOfMoreBytes_IsRefused_AndLeavesNothing(string character, int count)
    {
        string path = _folder[string.Concat(Enumerable.Repeat(character, count))];

        IOException e = Should.Throw<IOException>(() => AtomicFile.Write(path, s => s.WriteByte(1)));

        e.Message.ShouldContain(path);
        e.Message.ShouldNotContain(".tmp");
        _folder.Names().ShouldBeEmpty();
    }

    [UnixTheory]
    [InlineData(" ")]
    [InlineData("with spaces ")]
    [InlineData("two\nlines\n")]
    [InlineData("back\\slash")]
    [InlineData("*?\"<>|:")]
    [InlineData("~")]
    [InlineData("...")]
    public void AnUnusualName_Succeeds(string name)
    {
        string path = _folder.Root + "/" + name;

        AtomicFile.Write(path, s => s.WriteByte(1));
        AtomicFile.Write(path, s => s.WriteByte(2));

        File.ReadAllBytes(path).ShouldBe(new byte[] { 2 });
        _folder.Names().ShouldBe([name]);
    }

    [Fact]
    public void ARelativePath_StartsAtTheCurrentFolder()
    {
        string path = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder["file"]);

        AtomicFile.Write(path, s => s.WriteByte(1));

        File.ReadAllBytes(_folder["file"]).ShouldBe(new byte[] { 1 });
    }
}
