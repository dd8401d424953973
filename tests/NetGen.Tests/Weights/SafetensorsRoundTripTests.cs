using System.Text;
using Shouldly;

namespace NetGen.Tests.Weights;

public sealed class SafetensorsRoundTripTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_GivesTheFormatsBytes()
    {
        string path = _folder["a.safetensors"];

        SafetensorsFile.Write(path, [SafetensorsTensor.FromFloats("w", [2, 1], [1f, -2f])], new Dictionary<string, string> { ["k"] = "v" });

        byte[] bytes = File.ReadAllBytes(path);
        const string header = """{"__metadata__":{"k":"v"},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}""";
        int padded = (header.Length + 7) / 8 * 8;
        bytes[..8].ShouldBe(BitConverter.GetBytes((long)padded));
        Encoding.UTF8.GetString(bytes, 8, padded).ShouldBe(header.PadRight(padded));
        bytes[(8 + padded)..].ShouldBe(new byte[] { 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0 });
    }

    [Fact]
    public void ReadOfWritten_IsTheSame()
    {
        string path = _folder["a.safetensors"];
        SafetensorsTensor[] tensors =
        [
            new("bytes", DType.U8, [3], new byte[] { 1, 2, 255 }),
            SafetensorsTensor.FromInt64s("größe \"x\"\n☃", [2], [long.MinValue, 7]),
            SafetensorsTensor.FromFloats("scalar", [], [float.NaN]),
            SafetensorsTensor.FromFloats("none", [3, 0, 2], []),
            SafetensorsTensor.FromFloats("floats", [1, 2], [float.Epsilon, float.NegativeInfinity]),
        ];

        SafetensorsFile.Write(path, tensors, new Dictionary<string, string> { ["ü"] = "„€“", [""] = "" });
        SafetensorsFile read = SafetensorsFile.Read(path);

        read.Metadata.ShouldBe(new Dictionary<string, string> { ["ü"] = "„€“", [""] = "" }, ignoreOrder: true);
        read.Tensors.Count.ShouldBe(tensors.Length);
        foreach (SafetensorsTensor tensor in tensors)
        {
            SafetensorsTensor other = read.Tensors[tensor.Name];
            other.Name.ShouldBe(tensor.Name);
            other.DType.ShouldBe(tensor.DType);
            other.Shape.ShouldBe(tensor.Shape);
            other.Bytes.ToArray().ShouldBe(tensor.Bytes.ToArray());
        }

        read.Tensors["größe \"x\"\n☃"].ToInt64s().ShouldBe([long.MinValue, 7]);
        read.Tensors["floats"].ToFloats().ShouldBe([float.Epsilon, float.NegativeInfinity]);
        read.Tensors["scalar"].ToFloats().ShouldBe([float.NaN]);
    }

    [Fact]
    public void Write_OfNothing_CanBeRead()
    {
        SafetensorsFile.Write(_folder["a"], []);

        SafetensorsFile read = SafetensorsFile.Read(_folder["a"]);

        read.Tensors.ShouldBeEmpty();
        read.Metadata.ShouldBeEmpty();
    }

    [Fact]
    public void Write_ReplacesTheFile_AndLeavesNothingBeside()
    {
        string path = _folder.Write("a", [1, 2, 3]);

        SafetensorsFile.Write(path, [SafetensorsTensor.FromFloats("w", [1], [1])]);

        _folder.Names().ShouldBe(["a"]);
        SafetensorsFile.Read(path).Tensors.Keys.ShouldBe(["w"]);
    }

    [Fact]
    public void Write_ThatFails_LeavesNothingBeside()
    {
        Directory.CreateDirectory(_folder["a"]);

        Should.Throw<Exception>(() => SafetensorsFile.Write(_folder["a"], [])).ShouldBeAssignableTo<SystemException>();

        _folder.Names().ShouldBeEmpty();
    }

    [Fact]
    public void Write_WithADuplicateName_LeavesTheOldFile()
    {
        string path = _folder.Write("a", [1, 2, 3]);
        SafetensorsTensor tensor = SafetensorsTensor.FromFloats("w", [1], [1]);

        Should.Throw<ArgumentException>(() => SafetensorsFile.Write(path, [tensor, tensor])).Message.ShouldContain("\"w\"");

        File.ReadAllBytes(path).ShouldBe(new byte[] { 1, 2, 3 });
        _folder.Names().ShouldBe(["a"]);
    }

    [SharedDataFact("data/weights/resnet20-12fca82f.safetensors")]
    public void Read_OfAFileFromPyTorch()
    {
        SafetensorsFile file = SafetensorsFile.Read(SharedDataFactAttribute.Find("data/weights/resnet20-12fca82f.safetensors")!);

        file.Tensors["conv1.weight"].Shape.ShouldBe([16, 3, 3, 3]);
        file.Tensors["linear.weight"].Shape.ShouldBe([10, 64]);
        file.Tensors["linear.weight"].ToFloats().ShouldAllBe(v => float.IsFinite(v));
    }
}
