using System.Runtime.InteropServices;
using Google.Protobuf;
using Samples;

namespace TransferWeights.Onnx;

/// <summary>As much of an ONNX file as carries weights: operators and tensors of floats, by the field numbers of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.</summary>
internal sealed class OnnxFile
{
    private const int Float = 1;

    /// <summary>Takes a field of a message; false for one that is of no interest.</summary>
    private delegate bool FieldReader(int field, bool packed, CodedInputStream input);

    private OnnxFile()
    {
    }

    /// <summary>The operators in the file's order, in which each comes after those that it reads.</summary>
    public List<OnnxNode> Nodes { get; } = [];

    /// <summary>The tensors by name.</summary>
    public Dictionary<string, OnnxTensor> Tensors { get; } = new(StringComparer.Ordinal);

    /// <exception cref="InputException">It is no ONNX file, or damaged.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public static OnnxFile Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        OnnxFile file = new();
        try
        {
            ReadFields(new CodedInputStream(bytes), (field, _, input) =>
            {
                const int Graph = 7;
                if (field != Graph)
                {
                    return false;
                }

                ReadFields(input.ReadBytes().CreateCodedInput(), file.ReadGraph);
                return true;
            });
        }
        catch (InvalidProtocolBufferException problem)
        {
            throw new InputException($"{path}: no ONNX file, or damaged: {problem.Message}");
        }

        return file.Nodes.Count > 0 ? file : throw new InputException($"{path}: expected an ONNX graph, actual none");
    }

    private bool ReadGraph(int field, bool packed, CodedInputStream input)
    {
        const int Node = 1;
        const int Initializer = 5;
        switch (field)
        {
            case Node:
                OnnxNode node = new();
                ReadFields(input.ReadBytes().CreateCodedInput(), (f, _, i) => ReadNode(node, f, i));
                Nodes.Add(node);
                return true;
            case Initializer:
                if (ReadTensor(input.ReadBytes().CreateCodedInput()) is { } tensor)
                {
                    Tensors[tensor.Name] = tensor;
                }

                return true;
            default:
                return false;
        }
    }

    private static bool ReadNode(OnnxNode node, int field, CodedInputStream input)
    {
        switch (field)
        {
            case 1:
                node.Inputs.Add(input.ReadString());
                return true;
            case 2:
                node.Outputs.Add(input.ReadString());
                return true;
            case 4:
                node.Op = input.ReadString();
                return true;
            case 5:
                ReadAttribute(node, input.ReadBytes().CreateCodedInput());
                return true;
            default:
                return false;
        }
    }

    private static void ReadAttribute(OnnxNode node, CodedInputStream attribute)
    {
        string name = "";
        float? number = null;
        List<long> numbers = [];
        ReadFields(attribute, (field, packed, input) =>
        {
            switch (field)
            {
                case 1:
                    name = input.ReadString();
                    return true;
                case 2:
                    number = input.ReadFloat();
                    return true;
                case 3:
                    numbers.Add(input.ReadInt64());
                    return true;
                case 8:
                    ReadNumbers(input, packed, i => numbers.Add(i.ReadInt64()));
                    return true;
                default:
                    return false;
            }
        });
        if (number is { } f)
        {
            node.Floats[name] = f;
        }

        node.Numbers[name] = [.. numbers];
    }

    /// <summary>A tensor of floats; null for one of another type.</summary>
    private static OnnxTensor? ReadTensor(CodedInputStream tensor)
    {
        string name = "";
        int type = 0;
        List<long> shape = [];
        List<float> listed = [];
        ByteString raw = ByteString.Empty;
        ReadFields(tensor, (field, packed, input) =>
        {
            switch (field)
            {
                case 1:
                    ReadNumbers(input, packed, i => shape.Add(i.ReadInt64()));
                    return true;
                case 2:
                    type = input.ReadInt32();
                    return true;
                case 4:
                    ReadNumbers(input, packed, i => listed.Add(i.ReadFloat()));
                    return true;
                case 8:
                    name = input.ReadString();
                    return true;
                case 9:
                    raw = input.ReadBytes();
                    return true;
                default:
                    return false;
            }
        });
        if (type != Float)
        {
            return null;
        }

        // The format is little-endian, as every processor that .NET runs on in practice is.
        float[] values = raw.Length > 0 ? MemoryMarshal.Cast<byte, float>(raw.Span).ToArray() : [.. listed];
        Int128 size = shape.Aggregate((Int128)1, (product, s) => s is < 0 or > int.MaxValue || product > int.MaxValue ? -1 : product * s);
        return size == values.Length && raw.Length % sizeof(float) == 0
            ? new OnnxTensor(name, [.. shape.Select(s => (int)s)], values)
            : throw new InputException($"tensor \"{name}\": expected as many values as its shape ({string.Join(", ", shape)}) has, actual {values.Length}");
    }

    /// <summary>Numbers of a repeated field: packed together, or one of them.</summary>
    private static void ReadNumbers(CodedInputStream input, bool packed, Action<CodedInputStream> read)
    {
        if (!packed)
        {
            read(input);
            return;
        }

        CodedInputStream numbers = input.ReadBytes().CreateCodedInput();
        while (!numbers.IsAtEnd)
        {
            read(numbers);
        }
    }

    /// <summary>Goes through a message's fields; those that are not taken are skipped.</summary>
    private static void ReadFields(CodedInputStream input, FieldReader take)
    {
        while (input.ReadTag() is var tag && tag != 0)
        {
            if (!take(WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited, input))
            {
                input.SkipLastField();
            }
        }
    }
}
