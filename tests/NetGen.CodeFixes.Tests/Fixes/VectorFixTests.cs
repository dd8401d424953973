using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;

namespace NetGen.CodeFixes.Tests.Fixes;

/// <summary>Images become feature vectors, in the manner in which the attributes around are written.</summary>
public sealed class VectorFixTests
{
    private const string Class = "\npublic sealed partial class Net;";

    [Theory]

    // One a line.
    [InlineData("[Input(3, 8, 8)]\n[Dense(2)]", "[Input(3, 8, 8)]\n[{0}]\n[Dense(2)]")]
    [InlineData("[Input(3, 8, 8)]\r\n    [Dense(2)]\r\n", "[Input(3, 8, 8)]\r\n    [{0}]\r\n    [Dense(2)]\r\n")]
    [InlineData("[Input(3, 8, 8)]\n// The head.\n[Dense(2)] // two classes", "[Input(3, 8, 8)]\n// The head.\n[{0}]\n[Dense(2)] // two classes")]

    // Several on one.
    [InlineData("[Input(3, 8, 8)] [Dense(2)] [ReLU]", "[Input(3, 8, 8)] [{0}] [Dense(2)] [ReLU]")]
    [InlineData("[Input(3, 8, 8)]/* x */[Dense(2)]", "[Input(3, 8, 8)]/* x */[{0}] [Dense(2)]")]

    // In common brackets.
    [InlineData("[Input(3, 8, 8), Dense(2), ReLU]", "[Input(3, 8, 8), {0}, Dense(2), ReLU]")]
    [InlineData("[Input(3, 8, 8),\n    Dense(2),\n    ReLU]", "[Input(3, 8, 8),\n    {0},\n    Dense(2),\n    ReLU]")]
    public Task AnImage_BecomesAVector(string source, string mended) => Mending.Offers(
        new VectorFix(),
        "NG0028",
        source + Class,
        ("Put [Flatten] before it", mended.Replace("{0}", "Flatten", StringComparison.Ordinal) + Class),
        ("Put [GlobalAvgPool] before it", mended.Replace("{0}", "GlobalAvgPool", StringComparison.Ordinal) + Class));

    /// <summary>Where images are of several sizes, a flattened one would have other weights at each, which is an error as well.</summary>
    [Fact]
    public Task AnImageOfSeveralSizes_IsPooled() => Mending.Offers(
        new VectorFix(),
        "NG0028",
        "[Input(3, Dimension.Any, Dimension.Any, Sizes = \"8x8, 9x12\")] [Dense(2)]" + Class,
        ("Put [GlobalAvgPool] before it", "[Input(3, Dimension.Any, Dimension.Any, Sizes = \"8x8, 9x12\")] [GlobalAvgPool] [Dense(2)]" + Class));

    [Theory]
    [InlineData(0, "Flatten")]
    [InlineData(1, "GlobalAvgPool")]
    public Task AllOfAFile_BecomeVectors(int offer, string kind) => Mending.FixesAll(
        new VectorFix(),
        "NG0028",
        $"[Input(3, 8, 8)] [Dense(2)]\npartial class A;\n\n[Input(1, 4, 4)] [Tag(\"a\")] [Dense(2)] [Tag(\"b\")] [From(\"a\")] [Dense(2)] [Add(\"b\")]{Class}",
        $"[Input(3, 8, 8)] [{kind}] [Dense(2)]\npartial class A;\n\n[Input(1, 4, 4)] [Tag(\"a\")] [{kind}] [Dense(2)] [Tag(\"b\")] [From(\"a\")] [{kind}] [Dense(2)] [Add(\"b\")]{Class}",
        offer);
}
