using System.Runtime.Versioning;
using Shouldly;

namespace NetGen.Tests.Weights;

/// <summary>Who may read a file stays as it was, and what may not be changed is not.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class AtomicFileModeTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode All = Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData(Owner)]
    [InlineData(All)]
    [InlineData(All | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.UserExecute)]
    public void AnOldFilesMode_IsKept(UnixFileMode mode)
    {
        string path = _folder.Write("file", [1]);
        File.SetUnixFileMode(path, mode);
        File.CreateSymbolicLink(_folder["link"], "file");

        AtomicFile.Write(path, s => s.WriteByte(2));
        File.GetUnixFileMode(path).ShouldBe(mode);

        AtomicFile.Write(_folder["link"], s => s.WriteByte(3));
        File.GetUnixFileMode(path).ShouldBe(mode);
        File.ReadAllBytes(path).ShouldBe(new byte[] { 3 });
    }

    [UnixFact]
    public void ANewFile_HasTheModeOfAnyNewFile()
    {
        File.WriteAllBytes(_folder["plain"], []);

        AtomicFile.Write(_folder["file"], s => s.WriteByte(1));

        File.GetUnixFileMode(_folder["file"]).ShouldBe(File.GetUnixFileMode(_folder["plain"]));
    }

    [UnixFact]
    public void WhileItIsWritten_NobodyElseMayReadIt()
    {
        string path = _folder.Write("file", [1]);
        File.SetUnixFileMode(path, Owner);
        UnixFileMode meanwhile = default;

        AtomicFile.Write(path, s => meanwhile = File.GetUnixFileMode(((FileStream)s).Name));

        meanwhile.ShouldBe(Owner);
    }

    [Fact]
    public void AReadOnlyFile_IsRefused()
    {
        string path = _folder.Write("file", [1]);
        FileInfo file = new(path) { IsReadOnly = true };

        UnauthorizedAccessException e = Should.Throw<UnauthorizedAccessException>(() => AtomicFile.Write(path, s => s.WriteByte(2)));

        e.Message.ShouldBe($"Cannot write \"{path}\": the file is read-only.");
        file.IsReadOnly = false;
        File.ReadAllBytes(path).ShouldBe(new byte[] { 1 });
        _folder.Names().ShouldBe(["file"]);
    }

    [BoundByModesFact]
    public void AReadOnlyFolder_IsRefused()
    {
        string path = _folder.Write("file", [1]);
        File.SetUnixFileMode(_folder.Root, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        UnauthorizedAccessException e = Should.Throw<UnauthorizedAccessException>(() => AtomicFile.Write(path, s => s.WriteByte(2)));

        File.SetUnixFileMode(_folder.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        e.Message.ShouldStartWith($"Cannot write \"{path}\": ");
        e.Message.ShouldNotContain(".tmp");
        File.ReadAllBytes(path).ShouldBe(new byte[] { 1 });
        _folder.Names().ShouldBe(["file"]);
    }

    [UnixTheory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    public void ADevice_IsNotReplacedByAFile(string path)
    {
        File.CreateSymbolicLink(_folder["link"], path);

        foreach (string name in new[] { path, _folder["link"] })
        {
            IOException e = Should.Throw<IOException>(() => AtomicFile.Write(name, _ => throw new InvalidOperationException("nothing is to be written")));

            e.Message.ShouldBe($"Cannot write \"{name}\": expected a file, actual a device.");
        }
    }
}
