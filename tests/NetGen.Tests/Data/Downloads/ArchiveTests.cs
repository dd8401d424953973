using System.Formats.Tar;
using System.Text;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Data.Downloads;

public sealed class ArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tar_IsUnpackedWithItsFolders()
    {
        string path = _folder.Write("a.tar.gz", TarFile.Pack(("inner/", null), ("inner/x.bin", "xyz"), ("./top.txt", "t"), ("deep/er/e", "")));
        _folder.Write("top.txt", [1, 2, 3]);

        Datasets.Unpack(path, _folder.Root);

        File.ReadAllText(_folder["inner/x.bin"]).ShouldBe("xyz");
        File.ReadAllText(_folder["top.txt"]).ShouldBe("t");
        File.ReadAllText(_folder["deep/er/e"]).ShouldBe("");
        NothingElseIsLeft("deep", "inner");
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("inner/../../evil")]
    [InlineData("..\\evil")]
    [InlineData("/tmp/evil")]
    [InlineData("c:/evil")]
    [InlineData("\\evil")]
    public void ANameThatLeavesTheFolder_IsRefused(string name)
    {
        string path = _folder.Write("a.tar.gz", TarFile.Pack(("good", "g"), (name, "evil")));
        string target = Path.Combine(_folder.Root, "target");

        DataFileException e = Should.Throw<DataFileException>(() => Datasets.Unpack(path, target));

        e.Message.ShouldBe($"{path}: the entry {name} would leave the folder");
        Directory.GetFileSystemEntries(target).ShouldBeEmpty();
        _folder.Names().ShouldBe(["a.tar.gz"]);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Fifo)]
    public void LinksAndDevices_AreRefused(TarEntryType type)
    {
        using MemoryStream tar = new();
        using (TarWriter writer = new(tar, leaveOpen: true))
        {
            PaxTarEntry entry = new(type, "link");
            if (type != TarEntryType.Fifo)
            {
                entry.LinkName = "../evil";
            }

            writer.WriteEntry(entry);
        }

        string path = _folder.Write("a.tgz", IdxBytes.Pack(tar.ToArray()));

        Should.Throw<DataFileException>(() => Datasets.Unpack(path, _folder.Root)).Message
            .ShouldBe($"{path}: expected files and folders alone, actual {type} at the entry link");
        NothingElseIsLeft();
    }

    [Fact]
    public void TheLimit_CountsHeadersToo()
    {
        string path = _folder.Write("a.tar.gz", TarFile.Pack(("x", "12345"), ("y", "12345")));
        string target = Path.Combine(_folder.Root, "target");

        // Two headers and two files in blocks of 512 bytes, and two blocks at the end.
        Should.Throw<DataFileException>(() => Datasets.Unpack(path, target, 3071)).Message.ShouldBe($"{path}: expected at most 3071 bytes unpacked, actual more");
        Directory.GetFileSystemEntries(target).ShouldBeEmpty();
        Datasets.Unpack(path, target, 3072);
        Directory.GetFileSystemEntries(target).Length.ShouldBe(2);
    }

    [Fact]
    public void AHugeEntry_IsRefusedBeforeItIsRead()
    {
        byte[] tar = TarFile.Bytes(("x", "12345"));

        // The size of the entry in the base of 256 (GNU tar): 2^63 - 1. Then the checksum over the header, with blanks in its own place.
        tar.AsSpan(124, 12).Fill(0xff);
        tar[124] = 0x80;
        tar.AsSpan(125, 4).Clear();
        tar[128] = 0x7f;
        "        "u8.CopyTo(tar.AsSpan(148));
        Encoding.ASCII.GetBytes(FormattableString.Invariant($"{Convert.ToString(tar.AsSpan(0, 512).ToArray().Sum(b => b), 8).PadLeft(6, '0')}\0 ")).CopyTo(tar, 148);
        string path = _folder.Write("a.tar.gz", IdxBytes.Pack(tar));

        Should.Throw<DataFileException>(() => Datasets.Unpack(path, _folder.Root));
        NothingElseIsLeft();
    }

    [Fact]
    public void AnEntryThatComesTwice_IsRefused()
    {
        string path = _folder.Write("a.tar.gz", TarFile.Pack(("x", "1"), ("./x", "2")));

        Should.Throw<DataFileException>(() => Datasets.Unpack(path, _folder.Root)).Message.ShouldBe($"{path}: the entry ./x comes twice");
    }

    [Fact]
    public void DamagedArchives_AreRefused()
    {
        byte[] good = TarFile.Pack(("x", new string('x', 5000)));
        byte[] truncated = IdxBytes.Pack(TarFile.Bytes(("x", new string('x', 5000)))[..3000]);
        byte[] flipped = [.. good];
        flipped[^6] ^= 0xff;

        foreach (byte[] bytes in (byte[][])[truncated, flipped, [1, 2, 3], IdxBytes.Pack([.. Enumerable.Repeat((byte)7, 512)])])
        {
            string path = _folder.Write("a.tar.gz", bytes);
            Should.Throw<DataFileException>(() => Datasets.Unpack(path, _folder.Root)).Message.ShouldStartWith(path + ": ");
            NothingElseIsLeft();
        }
    }

    [Fact]
    public void ArchivesTruncatedAtEachByte_AreRefused()
    {
        byte[] packed = TarFile.Pack(("x", "12345"));
        for (int length = 0; length < packed.Length; length++)
        {
            string tar = _folder.Write("a.tar.gz", packed[..length]);
            string plain = _folder.Write("b.gz", packed[..length]);
            Should.Throw<DataFileException>(() => Datasets.Unpack(tar, _folder.Root), $"{length} bytes");
            Should.Throw<DataFileException>(() => Datasets.Unpack(plain, _folder.Root), $"{length} bytes");
        }

        _folder.Names().ShouldBe(["a.tar.gz", "b.gz"]);
    }

    [Fact]
    public void Gzip_IsUnpackedToTheNameWithoutIt()
    {
        string path = _folder.Write("numbers.bin.gz", IdxBytes.Pack([1, 2, 3]));

        Should.Throw<DataFileException>(() => Datasets.Unpack(path, _folder.Root, 2)).Message.ShouldBe($"{path}: expected at most 2 bytes unpacked, actual more");
        Datasets.Unpack(path, _folder.Root, 3);

        File.ReadAllBytes(_folder["numbers.bin"]).ShouldBe(new byte[] { 1, 2, 3 });
        Should.Throw<ArgumentException>(() => Datasets.Unpack("a.zip", _folder.Root)).Message.ShouldStartWith("expected a file that ends with .tar.gz, .tgz or .gz, actual a.zip");
    }

    private void NothingElseIsLeft(params string[] folders) =>
        Directory.GetDirectories(_folder.Root).Select(Path.GetFileName).Order().ShouldBe(folders);
}
