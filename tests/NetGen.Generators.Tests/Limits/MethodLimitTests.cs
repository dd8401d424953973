using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Limits;

/// <summary>
/// The JIT compiles a method past 60,000 bytes of IL, 20,000 instructions or 2,000 locals without optimisation, tracks about 1,024
/// locals, and stops inlining at 512. A method that comes near shows here long before it is slow.
/// </summary>
public sealed class MethodLimitTests
{
    private const int MostBytes = 15_000;
    private const int MostLocals = 512;

    public static TheoryData<string, string> Networks => new()
    {
        {
            "deep, of one shape",
            "[Input(3, 32, 32)] [Conv(64, 3, Pad = 1)] [BatchNorm] [ReLU] [ResBlock(Repeat = 32)] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]"
        },
        { "ResNet-152", DeepNets.ResNet152 },
        { "ResNet-1202", DeepNets.ResNet1202 },
        { "deep, without a batch norm", "[Input(16, 8, 8)] [Conv(16, 3, Pad = 1, Repeat = 300)] [Flatten] [Dense(3)] [SoftmaxCrossEntropy]" },
        {
            "deep, of many shapes",
            "[Input(3, 64, 64)] "
            + string.Join(" ", Enumerable.Range(0, 62).Select(i => $"[Conv({16 + (i * 3)}, {1 + (i % 4 * 2)}, Pad = {i % 4})] [BatchNorm] [ReLU]" + (i % 20 == 19 ? " [MaxPool(2)]" : "")))
            + " [Flatten] [Dense(100)] [SoftmaxCrossEntropy]"
        },
        {
            "wide windows, many channels",
            "[Input(3, 63, 63)] [Conv(70, 11, Stride = 4, Pad = 5)] [LeakyReLU] [Conv(256, 5, Pad = 2, Groups = 2)] [ReLU] [MaxPool(3, Stride = 2)] "
            + "[DepthwiseConv(7, Pad = 3, Multiplier = 2)] [Conv(512, 1)] [BatchNorm] [Sigmoid] [AvgPool(7, Stride = 1, Pad = 3)] [Tanh] [Softmax] "
            + "[GlobalAvgPool] [Dense(1000)] [Dropout(0.5f)] [Dense(1000)] [SoftmaxCrossEntropy]"
        },
        {
            "dense in branches",
            "[Input(16, 8, 8)] " + string.Join(" ", Enumerable.Range(0, 20).Select(i => $"[Tag(\"t{i}\")] [Conv(12, 3, Pad = 1)] [ReLU] [Concat(\"t{i}\")]")) + " [GlobalAvgPool] [Dense(5)] [MeanSquaredError]"
        },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryGeneratedMethod_IsFarFromTheLimits(string what, string layers)
    {
        what.ShouldNotBeEmpty();
        List<(string Name, int Bytes, int Locals)> methods = Methods(Sources.Net(layers));

        methods.Count.ShouldBeGreaterThan(50);
        methods.Where(m => m.Bytes >= MostBytes || m.Locals >= MostLocals).ShouldBeEmpty();
    }

    /// <summary>All methods of the compiled source with the size of their IL and the number of their locals.</summary>
    private static List<(string Name, int Bytes, int Locals)> Methods(string source)
    {
        CSharpCompilation compilation = Sources.Compile(source);
        compilation = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        using MemoryStream stream = new();
        EmitResult result = output.Emit(stream);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        stream.Position = 0;

        using PEReader file = new(stream);
        MetadataReader reader = file.GetMetadataReader();
        List<(string, int, int)> methods = [];
        foreach (MethodDefinitionHandle handle in reader.MethodDefinitions)
        {
            MethodDefinition method = reader.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            methods.Add((reader.GetString(method.Name), body.GetILReader().Length, Locals(reader, body)));
        }

        return methods;
    }

    private static int Locals(MetadataReader reader, MethodBodyBlock body)
    {
        if (body.LocalSignature.IsNil)
        {
            return 0;
        }

        BlobReader blob = reader.GetBlobReader(reader.GetStandaloneSignature(body.LocalSignature).Signature);
        blob.ReadSignatureHeader();
        return blob.ReadCompressedInteger();
    }
}
