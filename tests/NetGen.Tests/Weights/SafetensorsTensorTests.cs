using Shouldly;

namespace NetGen.Tests.Weights;

public sealed class SafetensorsTensorTests
{
    [Theory]
    [InlineData(DType.F64, "000000000000f8bf", -1.5f)]
    [InlineData(DType.F32, "0000c0bf", -1.5f)]
    [InlineData(DType.F16, "00be", -1.5f)]
    [InlineData(DType.F16, "0100", 5.9604645e-8f)]
    [InlineData(DType.BF16, "c0bf", -1.5f)]
    [InlineData(DType.I64, "feffffffffffffff", -2f)]
    [InlineData(DType.U64, "ffffffffffffffff", 18446744073709551616f)]
    [InlineData(DType.I32, "feffffff", -2f)]
    [InlineData(DType.U32, "feffffff", 4294967294f)]
    [InlineData(DType.I16, "feff", -2f)]
    [InlineData(DType.U16, "feff", 65534f)]
    [InlineData(DType.I8, "fe", -2f)]
    [InlineData(DType.U8, "fe", 254f)]
    [InlineData(DType.Bool, "01", 1f)]
    public void ToFloats_ReadsEachType(DType dtype, string bytes, float expected) =>
        new SafetensorsTensor("t", dtype, [1], Convert.FromHexString(bytes)).ToFloats().ShouldBe([expected]);

    [Theory]
    [InlineData(DType.I64, "feffffffffffffff", -2)]
    [InlineData(DType.I32, "feffffff", -2)]
    [InlineData(DType.U32, "feffffff", 4294967294)]
    [InlineData(DType.U8, "fe", 254)]
    public void ToInt64s_ReadsWholeNumbers(DType dtype, string bytes, long expected) =>
        new SafetensorsTensor("t", dtype, [1], Convert.FromHexString(bytes)).ToInt64s().ShouldBe([expected]);

    [Fact]
    public void ToInt64s_RefusesFloats() =>
        Should.Throw<InvalidOperationException>(() => SafetensorsTensor.FromFloats("t", [1], [1]).ToInt64s()).Message.ShouldContain("actual F32");

    [Fact]
    public void ShapeAndBytes_MustAgree() =>
        Should.Throw<ArgumentException>(() => SafetensorsTensor.FromFloats("t", [2, 3], [1])).Message.ShouldStartWith("tensor \"t\": shape (2, 3) of F32 needs 24 bytes, actual 4");

    [Fact]
    public void ManyLargeDimensions_AreRefused() =>
        Should.Throw<ArgumentException>(() => SafetensorsTensor.FromFloats("t", [.. Enumerable.Repeat(int.MaxValue, 100)], [1]));

    [Fact]
    public void CopyTo_NeedsTheRightLength() =>
        Should.Throw<ArgumentException>(() => SafetensorsTensor.FromFloats("t", [1], [1]).CopyTo(new float[2])).Message.ShouldContain("expected 1 floats, actual 2");
}
