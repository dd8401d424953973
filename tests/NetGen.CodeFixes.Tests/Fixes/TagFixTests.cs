using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;

namespace NetGen.CodeFixes.Tests.Fixes;

/// <summary>Tags that nobody declared are corrected or declared, and those that nobody reads go.</summary>
public sealed class TagFixTests
{
    private const string Class = "\npublic sealed partial class Net;";

    [Fact]
    public Task ASlip_IsCorrected_OrDeclared() => Mending.Offers(
        new TagFix(),
        "NG0015",
        "[Input(4)] [Tag(\"skip\")] [Dense(4)] [ReLU] [Dense(4)] [Add(\"skp\")]" + Class,
        ("Read \"skip\"", "[Input(4)] [Tag(\"skip\")] [Dense(4)] [ReLU] [Dense(4)] [Add(\"skip\")]" + Class),
        ("Declare [Tag(\"skp\")]", "[Input(4)] [Tag(\"skip\")] [Tag(\"skp\")] [Dense(4)] [ReLU] [Dense(4)] [Add(\"skp\")]" + Class));

    [Fact]
    public Task OfSeveralTags_TheUnknownOneIsCorrected() => Mending.FixesAll(
        new TagFix(),
        "NG0015",
        "[Input(4)] [Tag(\"left\")] [Dense(4)] [Tag(\"right\")] [Dense(4)] [Concat(\"left\", \"Right\")]" + Class,
        "[Input(4)] [Tag(\"left\")] [Dense(4)] [Tag(\"right\")] [Dense(4)] [Concat(\"left\", \"right\")]" + Class);

    [Fact]
    public Task TheNameOfAnInput_IsATag() => Mending.FixesAll(
        new TagFix(),
        "NG0015",
        "[Input(4)] [Input(3, Name = \"style\")] [Dense(4)] [Concat(\"stile\")]" + Class,
        "[Input(4)] [Input(3, Name = \"style\")] [Dense(4)] [Concat(\"style\")]" + Class);

    [Fact]
    public Task AnInputWithoutAName_IsNamed() => Mending.FixesAll(
        new TagFix(),
        "NG0015",
        "[Input(4)] [Input(3)] [Input(2)] [Dense(4)] [ReLU] [Concat(\"style\", \"mood\")]" + Class,
        "[Input(4)] [Input(3, Name = \"style\")] [Input(2, Name = \"mood\")] [Dense(4)] [ReLU] [Concat(\"style\", \"mood\")]" + Class);

    [Theory]
    [InlineData("[Dense(4)] [CTC(Lengths = \"{0}\")]")]
    [InlineData("[GRU(4, Lengths = \"{0}\")]")]
    [InlineData("[GlobalMaxPool(Lengths = \"{0}\")]")]
    public Task TheNameOfLengths_IsCorrected(string layers) => Mending.FixesAll(
        new TagFix(),
        "NG0015",
        "[Input(4, 3)] [Input(1, Name = \"length\")] " + string.Format(null, layers, "lenght") + Class,
        "[Input(4, 3)] [Input(1, Name = \"length\")] " + string.Format(null, layers, "length") + Class);

    [Fact]
    public Task AResidualBlock_GetsItsTagWhereItBegins() => Mending.Offers(
        new TagFix(),
        "NG0015",
        "[Input(3, 8, 8)]\n[Conv(8, 3, Pad = 1)] [ReLU]\n[MaxPool(2)]\n[Conv(16, 3, Pad = 1)] [BatchNorm] [ReLU]\n[Conv(16, 3, Pad = 1)]\n[BatchNorm]\n[Add(\"skip\")] [ReLU]" + Class,
        ("Declare [Tag(\"skip\")]", "[Input(3, 8, 8)]\n[Conv(8, 3, Pad = 1)] [ReLU]\n[MaxPool(2)]\n[Conv(16, 3, Pad = 1)] [Tag(\"skip\")] [BatchNorm] [ReLU]\n[Conv(16, 3, Pad = 1)]\n[BatchNorm]\n[Add(\"skip\")] [ReLU]" + Class));

    [Fact]
    public Task AUNet_GetsItsTagOfTheSameSize() => Mending.Offers(
        new TagFix(),
        "NG0015",
        "[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [ReLU] [MaxPool(2)] [Conv(16, 3, Pad = 1)] [ReLU] [Upsample(2)] [Concat(\"wide\")] [Conv(2, 1)]" + Class,
        ("Declare [Tag(\"wide\")]", "[Input(3, 8, 8)] [Conv(8, 3, Pad = 1)] [ReLU] [Tag(\"wide\")] [MaxPool(2)] [Conv(16, 3, Pad = 1)] [ReLU] [Upsample(2)] [Concat(\"wide\")] [Conv(2, 1)]" + Class));

    [Fact]
    public Task ATagDeclaredLater_IsNotDeclaredAgain() => Mending.OffersNothing(
        new TagFix(), "NG0015", "[Input(4)] [Dense(4)] [Add(\"late\")] [Tag(\"late\")] [Dense(4)] [Add(\"late\")]" + Class);

    [Theory]
    [InlineData("[ReLU]\n[Tag(\"a\")]\n[Dense(2)]", "[ReLU]\n[Dense(2)]")]
    [InlineData("[ReLU] [Tag(\"a\")] [Dense(2)]", "[ReLU] [Dense(2)]")]
    [InlineData("[ReLU]\n[Tag(\"a\")] [Dense(2)]", "[ReLU]\n[Dense(2)]")]
    [InlineData("[ReLU]\n[Tag(\"a\")] // why\n[Dense(2)]", "[ReLU]\n// why\n[Dense(2)]")]
    [InlineData("[ReLU, Tag(\"a\"), Dense(2)]", "[ReLU, Dense(2)]")]
    [InlineData("[ReLU,\n Tag(\"a\"), // why\n Dense(2)]", "[ReLU,\n  // why\n Dense(2)]")]
    [InlineData("[Dense(2), Tag(\"a\")]", "[Dense(2)]")]
    public Task AnUnusedTag_Goes(string layers, string mended) =>
        Mending.Offers(new UnusedTagFix(), "NG0017", Aside(layers), ("Remove the tag", Aside(mended)));

    [Fact]
    public Task AllUnusedTags_Go() => Mending.FixesAll(
        new UnusedTagFix(),
        "NG0017",
        Aside("[Dense(2), Tag(\"a\"), ReLU, Dense(2), Tag(\"b\")] [Tag(\"c\")]\n[ReLU]\n[Tag(\"d\")]\n[Dense(2)]"),
        Aside("[Dense(2), ReLU, Dense(2)]\n[ReLU]\n[Dense(2)]"));

    /// <summary>Layers of a training's further output: a tag of what predictions compute may be asked for at run time, so it counts as used.</summary>
    private static string Aside(string layers) => $"[Input(4)] [Tag(\"m\")]\n{layers}\n[Output(\"o\")]\n[From(\"m\")] [Dense(2)] [SoftmaxCrossEntropy]{Class}";
}
