using Shouldly;

namespace NetGen.Tests.Weights;

/// <summary>A write that cannot be finished leaves the old file, or none, and nothing beside it.</summary>
public sealed class AtomicFileFailureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 16) - 1)]
    [InlineData(1 << 16)]
    [InlineData(300_000)]
    public void AWriteThatBreaksOff_LeavesTheOldFile(int bytes)
    {
        string path = _folder.Write("file", [7]);

        Should.Throw<IOException>(() => AtomicFile.Write(path, s =>
        {
            s.Write(new byte[bytes]);
            throw new IOException("No space left on device");
        })).Message.ShouldBe("No space left on device");

        File.ReadAllBytes(path).ShouldBe(new byte[] { 7 });
        _folder.Names().ShouldBe(["file"]);
    }

    [Fact]
    public void AWriteThatBreaksOff_LeavesNoNewFile()
    {
        Should.Throw<TimeZoneNotFoundException>(() => AtomicFile.Write(_folder["file"], s =>
        {
            s.Write(new byte[300_000]);
            throw new TimeZoneNotFoundException("any exception");
        })).Message.ShouldBe("any exception");

        _folder.Names().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AFileTooLargeForTheSystem_IsRefusedByIt(bool buffered)
    {
        string path = _folder.Write("file", [7]);

        // The system itself refuses, at once or when the buffer is written out at the end.
        IOException e = Should.Throw<IOException>(() => AtomicFile.Write(path, s =>
        {
            s.Write(new byte[100_000]);
            s.Position = long.MaxValue - (buffered ? 8 : 200_000);
            s.Write(new byte[buffered ? 7 : 100_000]);
        }));

        e.Message.ShouldContain(path);
        e.Message.ShouldNotContain(".tmp");
        File.ReadAllBytes(path).ShouldBe(new byte[] { 7 });
        _folder.Names().ShouldBe(["file"]);
    }

    [Fact]
    public void AClosedStream_IsNoFinishedFile()
    {
        string path = _folder.Write("file", [7]);

        Should.Throw<ObjectDisposedException>(() => AtomicFile.Write(path, s => s.Dispose()));

        File.ReadAllBytes(path).ShouldBe(new byte[] { 7 });
        _folder.Names().ShouldBe(["file"]);
    }

    [Fact]
    public void WhatTakesTheFilesPlaceMeanwhile_IsNotOverwritten()
    {
        string path = _folder["file"];

        IOException e = Should.Throw<IOException>(() => AtomicFile.Write(path, _ => Directory.CreateDirectory(path)));

        e.Message.ShouldContain(path);
        e.Message.ShouldNotContain(".tmp");
        Directory.Exists(path).ShouldBeTrue();
        _folder.Names().ShouldBeEmpty();
    }

    [Fact]
    public void AFileRemovedMeanwhile_IsMadeAgain()
    {
        string path = _folder.Write("file", [7]);

        AtomicFile.Write(path, s =>
        {
            File.Delete(path);
            s.WriteByte(8);
        });

        File.ReadAllBytes(path).ShouldBe(new byte[] { 8 });
        _folder.Names().ShouldBe(["file"]);
    }

    [Fact]
    public void SavesFromManyThreads_EachLeaveAWholeFile()
    {
        const int Size = 100_000;
        string path = _folder.Write("file", Version(0, Size));
        File.CreateSymbolicLink(_folder["link"], "file");

        Parallel.For(1, 5, new ParallelOptions { MaxDegreeOfParallelism = 4 }, thread =>
        {
            for (int i = 0; i < 10; i++)
            {
                byte version = (byte)((thread * 10) + i);
                AtomicFile.Write(i % 2 == 0 ? path : _folder["link"], s => s.Write(Version(version, Size)));
                byte[] read = File.ReadAllBytes(path);
                read.Length.ShouldBe(Size);
                read.AsSpan().IndexOfAnyExcept(read[0]).ShouldBe(-1);
            }
        });

        _folder.Names().ShouldBe(["file", "link"]);
        File.ReadAllBytes(path)[0].ShouldBeInRange((byte)10, (byte)49);
    }

    private static byte[] Version(byte version, int size)
    {
        byte[] bytes = new byte[size];
        bytes.AsSpan().Fill(version);
        return bytes;
    }
}
