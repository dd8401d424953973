using System.Buffers.Binary;
using System.Text;
using Shouldly;

namespace NetGen.Tests.Weights;

public sealed class SafetensorsDamageTests : IDisposable
{
    private const string Good = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheWholeFile_IsRead() => SafetensorsFile.Read(_folder.Write("a", SafetensorsBytes.Of(Good, 8))).Tensors["a"].Length.ShouldBe(2);

    [Fact]
    public void TruncatedAtEachByte_IsRefused()
    {
        byte[] whole = SafetensorsBytes.Of(Good, 8);
        for (int length = 0; length < whole.Length; length++)
        {
            Refusal(whole[..length]);
        }
    }

    [Fact]
    public void TruncatedHeader_GivesBothLengths() =>
        Refusal(SafetensorsBytes.Of(Good, 8)[..20]).ShouldContain($"the header is said to be {Good.Length} bytes long, but only 12 bytes follow");

    [Fact]
    public void LongerFile_IsRefused() => Refusal(SafetensorsBytes.Of(Good, 9)).ShouldContain("expected 8 bytes of data, actual 9");

    [Theory]
    [InlineData(0x8000000000000000)]
    [InlineData(0x7fffffffffffffff)]
    [InlineData(0xffffffffffffffff)]
    [InlineData(0xfffffffffffffff8)]
    public void HugeHeaderLength_IsRefused(ulong length)
    {
        byte[] bytes = SafetensorsBytes.Of(Good, 8);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);

        Refusal(bytes).ShouldContain(FormattableString.Invariant($"{length}"));
    }

    [Theory]
    [InlineData("", "no valid JSON")]
    [InlineData("{", "no valid JSON")]
    [InlineData("{}x", "no valid JSON")]
    [InlineData("{} {}", "no valid JSON")]
    [InlineData("[]", "expected the header to be a JSON object, actual StartArray")]
    [InlineData("null", "expected the header to be a JSON object, actual Null")]
    [InlineData("""{"a":1}""", "expected an object, actual Number")]
    [InlineData("""{"\ud800":{}}""", "no valid JSON")]
    [InlineData("""{"__metadata__":[]}""", "expected __metadata__ to be an object of texts, actual StartArray")]
    [InlineData("""{"__metadata__":{"k":1}}""", "\"k\": expected a text, actual Number")]
    [InlineData("""{"__metadata__":{"k":"1","k":"2"}}""", "\"k\": expected each key once")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "\"__metadata__\" occurs again")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}}""", "\"a\" occurs again")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", "\"dtype\" occurs again")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", "dtype is missing")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", "shape is missing")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", "data_offsets is missing")]
    [InlineData("""{"a":{"dtype":"F33","shape":[2],"data_offsets":[0,8]}}""", "actual \"F33\"")]
    [InlineData("""{"a":{"dtype":"f32","shape":[2],"data_offsets":[0,8]}}""", "actual \"f32\"")]
    [InlineData("""{"a":{"dtype":3,"shape":[2],"data_offsets":[0,8]}}""", "expected dtype to be a text, actual Number")]
    [InlineData("""{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "expected shape to be an array, actual Number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[NaN],"data_offsets":[0,8]}}""", "no valid JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":["NaN"],"data_offsets":[0,8]}}""", "actual NaN")]
    [InlineData("""{"a":{"dtype":"F32","shape":[null],"data_offsets":[0,8]}}""", "actual null")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}""", "actual 2.0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2e0],"data_offsets":[0,8]}}""", "actual 2e0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1e999],"data_offsets":[0,8]}}""", "actual 1e999")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "actual -2")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2,-1],"data_offsets":[0,8]}}""", "actual -2")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967298],"data_offsets":[0,8]}}""", "expected sizes of at most 2147483647, actual 4294967298")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,8]}}""", "actual 9223372036854775808")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}}""", "needs 2^64 or more bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1073741824,1073741824,4],"data_offsets":[0,0]}}""", "needs 2^64 or more bytes")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1073741824,1073741824,8],"data_offsets":[0,0]}}""", "needs 9223372036854775808 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "shape (3) of F32 needs 12 bytes, but data_offsets [0, 8] hold 8")]
    [InlineData("""{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}""", "shape (2) of F64 needs 16 bytes, but data_offsets [0, 8] hold 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", "actual [0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "actual [8, 0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", "actual -8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", "leave the file, which has 8 bytes of data")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "[4, 8] leave a hole after the header")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "expected 4 bytes of data, actual 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "\"b\": data_offsets [4, 8] overlap those of \"a\", which end at 8")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[5],"data_offsets":[3,8]}}""", "\"b\": data_offsets [3, 8] leave a hole after \"a\"")]
    public void BadHeader_IsRefused(string header, string problem) => Refusal(SafetensorsBytes.Of(header, 8)).ShouldContain(problem);

    [Fact]
    public void InvalidUtf8_IsRefused()
    {
        byte[] bytes = SafetensorsBytes.Of(Good, 8);
        bytes[Array.IndexOf(bytes, (byte)'a')] = 0xff;

        Refusal(bytes).ShouldContain("no valid JSON");
    }

    [Fact]
    public void DeepNesting_IsRefused() => Refusal(SafetensorsBytes.Of(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), 8)).ShouldContain("no valid JSON");

    [Fact]
    public void UnknownKeys_AreLeftAlone()
    {
        string header = Good.Replace("\"shape\"", "\"more\":{\"x\":[1]},\"shape\"", StringComparison.Ordinal);

        SafetensorsFile.Read(_folder.Write("a", SafetensorsBytes.Of(header, 8))).Tensors["a"].Length.ShouldBe(2);
    }

    [Fact]
    public void EachByteChanged_IsReadOrRefused()
    {
        byte[] whole = SafetensorsBytes.Of(Good, 8);
        for (int i = 0; i < 8 + Encoding.UTF8.GetByteCount(Good); i++)
        {
            foreach (byte flip in (byte[])[0x01, 0x10, 0x80])
            {
                byte[] bytes = [.. whole];
                bytes[i] ^= flip;
                string path = _folder.Write("a", bytes);
                try
                {
                    SafetensorsFile.Read(path);
                }
                catch (WeightFileException)
                {
                    // Any other exception fails the test.
                }
            }
        }
    }

    [Fact]
    public void AbsentFile_IsSaidToBeAbsent() => Should.Throw<FileNotFoundException>(() => SafetensorsFile.Read(_folder["none"]));

    private string Refusal(byte[] bytes)
    {
        string path = _folder.Write("a", bytes);
        WeightFileException e = Should.Throw<WeightFileException>(() => SafetensorsFile.Read(path));
        e.Path.ShouldBe(path);
        e.Message.ShouldStartWith(path + ": ");
        return e.Message;
    }
}
