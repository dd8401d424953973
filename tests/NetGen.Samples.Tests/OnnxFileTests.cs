using Google.Protobuf;
using NetGen.Tests.Weights;
using Samples;
using Shouldly;
using TransferWeights.Onnx;

namespace NetGen.Samples.Tests;

/// <summary>Files written here field by field, after onnx.proto.</summary>
public sealed class OnnxFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NodesAndTensors_AreRead_InEitherFormOfNumbers()
    {
        _folder.Write("a", Model());

        OnnxFile file = OnnxFile.Read(_folder["a"]);

        OnnxNode node = file.Nodes.ShouldHaveSingleItem();
        (node.Op, node.Inputs[0], node.Inputs[1], node.Outputs[0]).ShouldBe(("Conv", "x", "w", "y"));
        node.Numbers["pads"].ShouldBe([1, 1, 0, 0]);
        node.Numbers["strides"].ShouldBe([2, 2]);
        node.Floats["epsilon"].ShouldBe(1e-5f);
        file.Tensors.Keys.ShouldBe(["w", "b"]);
        file.Tensors["w"].Shape.ShouldBe([2, 1]);
        file.Tensors["w"].Values.ShouldBe([1.5f, -2]);
        file.Tensors["b"].Shape.ShouldBe([3]);
        file.Tensors["b"].Values.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void DamagedFiles_AreRefused()
    {
        byte[] whole = Model();
        for (int length = 0; length < whole.Length; length++)
        {
            _folder.Write("a", whole[..length]);
            try
            {
                // One that ends between two fields is a whole file of less.
                OnnxFile.Read(_folder["a"]);
            }
            catch (InputException)
            {
            }
        }

        _folder.Write("a", [0xff, 0xff, 0xff, 1, 2, 3]);
        Should.Throw<InputException>(() => OnnxFile.Read(_folder["a"])).Message.ShouldStartWith(_folder["a"] + ": no ONNX file, or damaged");
        _folder.Write("a", []);
        Should.Throw<InputException>(() => OnnxFile.Read(_folder["a"])).Message.ShouldEndWith("expected an ONNX graph, actual none");
    }

    [Theory]
    [InlineData(8, 3L)]
    [InlineData(8, -2L)]
    [InlineData(9, 2L)] // a byte too many
    [InlineData(8, long.MaxValue)]
    public void ATensorOfAnotherSizeThanItsShape_IsRefused(int bytes, long size)
    {
        byte[] tensor = Message(output => Tensor(output, "w", packedShape: true, [size], o => Bytes(o, 9, new byte[bytes])));
        _folder.Write("a", Message(output => Bytes(output, 7, Message(graph => Bytes(graph, 5, tensor)))));

        Should.Throw<InputException>(() => OnnxFile.Read(_folder["a"])).Message.ShouldStartWith("tensor \"w\": expected as many values as its shape");
    }

    [Fact]
    public void AnotherNetwork_IsRefused()
    {
        _folder.Write("a", Model());

        Should.Throw<InputException>(() => ResNetLayers.Of(OnnxFile.Read(_folder["a"]))).Message.ShouldBe("expected ResNet-18 of 22 convolutions, actual 1");
    }

    private static byte[] Model() => Message(output =>
    {
        Number(output, 1, 8);
        Bytes(output, 7, Message(graph =>
        {
            Bytes(graph, 1, Message(node =>
            {
                Text(node, 1, "x");
                Text(node, 1, "w");
                Text(node, 2, "y");
                Text(node, 4, "Conv");
                Bytes(node, 5, Message(attribute =>
                {
                    Text(attribute, 1, "pads");
                    Array.ForEach([1, 1, 0, 0], pad => Number(attribute, 8, pad));
                }));
                Bytes(node, 5, Message(attribute =>
                {
                    Text(attribute, 1, "strides");
                    Bytes(attribute, 8, [2, 2]);
                }));
                Bytes(node, 5, Message(attribute =>
                {
                    Text(attribute, 1, "epsilon");
                    attribute.WriteTag(2, WireFormat.WireType.Fixed32);
                    attribute.WriteFloat(1e-5f);
                }));
            }));
            Text(graph, 2, "a graph");
            Bytes(graph, 5, Message(o => Tensor(o, "w", packedShape: false, [2, 1], t => Bytes(t, 9, [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f)]))));
            Bytes(graph, 5, Message(o => Tensor(o, "b", packedShape: true, [3], t => Bytes(t, 4, [.. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f), .. BitConverter.GetBytes(3f)]))));

            // Whole numbers, which carry no weights.
            Bytes(graph, 5, Message(o => Tensor(o, "shape", packedShape: true, [1], t => Bytes(t, 9, new byte[8]), type: 7)));
        }));
    });

    private static void Tensor(CodedOutputStream output, string name, bool packedShape, long[] shape, Action<CodedOutputStream> values, int type = 1)
    {
        if (packedShape)
        {
            Bytes(output, 1, Message(o => Array.ForEach(shape, o.WriteInt64)));
        }
        else
        {
            Array.ForEach(shape, size => Number(output, 1, size));
        }

        Number(output, 2, type);
        Text(output, 8, name);
        values(output);
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using MemoryStream stream = new();
        using (CodedOutputStream output = new(stream, leaveOpen: true))
        {
            write(output);
        }

        return stream.ToArray();
    }

    private static void Number(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    private static void Text(CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    private static void Bytes(CodedOutputStream output, int field, byte[] value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    }
}
