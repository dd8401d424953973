using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Good = IdxBytes.Of(0x08, [2, 3], [1, 2, 3, 4, 5, 255]);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bytes_AreRead(bool pack)
    {
        IdxFile file = IdxFile.Read(_folder.Write("a", pack ? IdxBytes.Pack(Good) : Good));

        file.DType.ShouldBe(DType.U8);
        file.Shape.ShouldBe([2, 3]);
        file.ToBytes().ShouldBe(new byte[] { 1, 2, 3, 4, 5, 255 });
        file.ToFloats().ShouldBe([1, 2, 3, 4, 5, 255]);
    }

    [Theory]
    [InlineData(0x09, "fe", -2f)]
    [InlineData(0x0b, "fffe", -2f)]
    [InlineData(0x0c, "fffffffe", -2f)]
    [InlineData(0x0d, "bfc00000", -1.5f)]
    [InlineData(0x0e, "bff8000000000000", -1.5f)]
    public void OtherTypes_AreRead(byte type, string element, float expected)
    {
        IdxFile file = IdxFile.Read(_folder.Write("a", IdxBytes.Of(type, [1], Convert.FromHexString(element))));

        file.ToFloats().ShouldBe([expected]);
        Should.Throw<DataFileException>(() => file.ToBytes()).Message.ShouldContain("expected elements of type U8");
    }

    [Fact]
    public void LargePackedFile_IsRead()
    {
        byte[] elements = [.. Enumerable.Range(0, 3_000_001).Select(i => (byte)(i * 31))];

        IdxFile.Read(_folder.Write("a", IdxBytes.Pack(IdxBytes.Of(0x08, [elements.Length], elements)))).ToBytes().AsSpan().SequenceEqual(elements).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TruncatedAtEachByte_IsRefused(bool pack)
    {
        for (int length = 0; length < Good.Length; length++)
        {
            Refusal(pack ? IdxBytes.Pack(Good[..length]) : Good[..length]);
        }
    }

    [Fact]
    public void PackedFileTruncatedAtEachByte_IsRefused()
    {
        byte[] packed = IdxBytes.Pack(Good);
        for (int length = 2; length < packed.Length; length++)
        {
            Refusal(packed[..length]);
        }
    }

    [Theory]
    [InlineData(false, "7")]
    [InlineData(true, "more")]
    public void LongerFile_IsRefused(bool pack, string actual)
    {
        byte[] longer = [.. Good, 0];

        Refusal(pack ? IdxBytes.Pack(longer) : longer).ShouldContain($"shape (2, 3) of U8 needs 6 bytes of elements, actual {actual}");
    }

    [Theory]
    [InlineData("01000801000000")]
    [InlineData("00010801000000")]
    [InlineData("00000a0100000000")]
    [InlineData("00000800")]
    public void OtherFiles_AreRefused(string bytes) => Refusal(Convert.FromHexString(bytes)).ShouldContain("expected an IDX file");

    [Theory]
    [InlineData("0000080180000000", "dimension 1: expected a size of at most 2147483647, actual 2147483648")]
    [InlineData("000008037fffffff7fffffff7fffffff", "expected at most")]
    [InlineData("00000e017fffffff", "expected at most")]
    [InlineData("000008017fffff00", "actual 0")]
    [InlineData("000008ff00", "expected 1020 bytes with the sizes of 255 dimensions, actual 1")]
    public void HugeSizes_AreRefusedBeforeMemoryIsTaken(string bytes, string problem)
    {
        foreach (byte[] file in (byte[][])[Convert.FromHexString(bytes), IdxBytes.Pack(Convert.FromHexString(bytes))])
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Refusal(file).ShouldContain(problem);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
        }
    }

    [Fact]
    public void DamagedPackedData_AreRefused()
    {
        byte[] packed = IdxBytes.Pack(Good);
        packed[^6] ^= 0xff;

        Refusal(packed).ShouldContain("gzip");
    }

    private string Refusal(byte[] bytes)
    {
        string path = _folder.Write("a", bytes);
        DataFileException e = Should.Throw<DataFileException>(() => IdxFile.Read(path), $"{bytes.Length} bytes");
        e.Message.ShouldStartWith(path + ": ");
        return e.Message;
    }
}
