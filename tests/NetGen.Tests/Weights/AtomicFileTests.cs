using Shouldly;

namespace NetGen.Tests.Weights;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_ThroughLinks_KeepsThemAndReplacesTheTarget()
    {
        string target = _folder.Write("target", [1]);
        File.CreateSymbolicLink(_folder["second"], "target");
        File.CreateSymbolicLink(_folder["first"], "second");

        AtomicFile.Write(_folder["first"], s => s.WriteByte(2));

        File.ReadAllBytes(target).ShouldBe(new byte[] { 2 });
        new FileInfo(_folder["first"]).LinkTarget.ShouldBe("second");
        new FileInfo(_folder["second"]).LinkTarget.ShouldBe("target");
        _folder.Names().ShouldBe(["first", "second", "target"]);
    }

    [Fact]
    public void Write_ToTheLongestName_Succeeds()
    {
        string path = _folder[new string('n', 255)];

        AtomicFile.Write(path, s => s.WriteByte(3));

        File.ReadAllBytes(path).ShouldBe(new byte[] { 3 });
    }

    [Fact]
    public void Write_IntoAMissingFolder_NamesThePath()
    {
        string path = _folder["missing/file"];

        DirectoryNotFoundException e = Should.Throw<DirectoryNotFoundException>(() => AtomicFile.Write(path, s => s.WriteByte(1)));

        e.Message.ShouldBe($"Cannot write \"{path}\": the folder \"{_folder["missing"]}\" does not exist.");
    }

    [Fact]
    public void Write_ThatFails_LeavesTheOldFileAlone()
    {
        string path = _folder.Write("file", [7]);

        Should.Throw<IOException>(() => AtomicFile.Write(path, _ => throw new IOException("full"))).Message.ShouldBe("full");

        File.ReadAllBytes(path).ShouldBe(new byte[] { 7 });
        _folder.Names().ShouldBe(["file"]);
    }
}
