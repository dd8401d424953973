using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;

namespace NetGen.CodeFixes.Tests.Fixes;

/// <summary>Inputs come first and have names; losses come last and take logits.</summary>
public sealed class OrderFixTests
{
    private const string Class = "\npublic sealed partial class Net;";

    [Theory]
    [InlineData("[Input(4)]\n[SoftmaxCrossEntropy]\n[Dense(2)]\n[ReLU] // last", "[Input(4)]\n[Dense(2)]\n[ReLU] // last\n[SoftmaxCrossEntropy]")]
    [InlineData("[Input(4)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)] [Dense(2)] [ReLU]", "[Input(4)] [Dense(2)] [ReLU] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]")]
    [InlineData("[Input(4), SoftmaxCrossEntropy, Dense(2), ReLU]", "[Input(4), Dense(2), ReLU, SoftmaxCrossEntropy]")]
    public async Task ALoss_MovesToTheEnd(string source, string mended)
    {
        await Mending.Offers(new LossFix(), "NG0014", source + Class, ("Move [SoftmaxCrossEntropy] to the end", mended + Class));
        await Mending.FixesAll(new LossFix(), "NG0014", source + Class, mended + Class);
    }

    [Fact]
    public Task TwoLosses_AreLeft() => Mending.OffersNothing(new LossFix(), "NG0014", "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] [Huber]" + Class);

    [Theory]
    [InlineData("[Dense(2)]\n[Input(4)]\n[ReLU]", "[Input(4)]\n[Dense(2)]\n[ReLU]")]
    [InlineData("[Input(4)] [Dense(2)] [Input(3, Name = \"b\")] [Concat(\"b\")]", "[Input(4)] [Input(3, Name = \"b\")] [Dense(2)] [Concat(\"b\")]")]
    public async Task AnInput_MovesToTheFront(string source, string mended)
    {
        await Mending.Offers(new InputOrderFix(), "NG0012", source + Class, ("Move the input to the front", mended + Class));
        await Mending.FixesAll(new InputOrderFix(), "NG0012", source + Class, mended + Class);
    }

    [Fact]
    public Task AllInputs_MoveToTheFront_InTheirOrder() => Mending.FixesAll(
        new InputOrderFix(),
        "NG0012",
        "[Dense(2)] [Input(4)] [ReLU] [Input(3, Name = \"b\")] [Concat(\"b\")]" + Class,
        "[Input(4)] [Input(3, Name = \"b\")] [Dense(2)] [ReLU] [Concat(\"b\")]" + Class);

    [Fact]
    public Task AFurtherInput_GetsAName() => Mending.Offers(
        new InputNameFix(),
        "NG0011",
        "[Input(4)] [Input(3)] [Dense(2)]" + Class,
        left: ["NG0018"],
        ("Name it \"input2\"", "[Input(4)] [Input(3, Name = \"input2\")] [Dense(2)]" + Class));

    [Fact]
    public Task AnInputThatALayerReads_GetsThatName() => Mending.Offers(
        new InputNameFix(),
        "NG0011",
        "[Input(4)] [Input(3)] [Dense(2)] [Concat(\"style\")]" + Class,
        ("Name it \"style\"", "[Input(4)] [Input(3, Name = \"style\")] [Dense(2)] [Concat(\"style\")]" + Class));

    [Fact]
    public Task AMisspeltTag_NamesNoInput() => Mending.Offers(
        new InputNameFix(),
        "NG0011",
        "[Input(4)] [Input(3)] [Dense(2)] [Tag(\"skip\")] [ReLU] [Add(\"skp\")] [Concat(\"style\")]" + Class,
        left: ["NG0015"],
        ("Name it \"style\"", "[Input(4)] [Input(3, Name = \"style\")] [Dense(2)] [Tag(\"skip\")] [ReLU] [Add(\"skp\")] [Concat(\"style\")]" + Class));

    [Fact]
    public Task AllFurtherInputs_GetNamesOfTheirOwn() => Mending.FixesAll(
        new InputNameFix(),
        "NG0011",
        "[Input(4)] [Input(3)] [Input(2)] [Dense(2)] [Concat(\"b\", \"input3\")]" + Class,
        "[Input(4)] [Input(3, Name = \"b\")] [Input(2, Name = \"input3\")] [Dense(2)] [Concat(\"b\", \"input3\")]" + Class);

    [Theory]
    [InlineData("[Input(4)]\n[Dense(2)]\n[Softmax]\n[SoftmaxCrossEntropy]", "[Input(4)]\n[Dense(2)]\n[SoftmaxCrossEntropy]", "Softmax")]
    [InlineData("[Input(4)] [Dense(2)] [LogSoftmax] [Dropout(0.1f)] [SoftmaxCrossEntropy]", "[Input(4)] [Dense(2)] [Dropout(0.1f)] [SoftmaxCrossEntropy]", "LogSoftmax")]
    [InlineData("[Input(4), Dense(2), Sigmoid, BinaryCrossEntropy]", "[Input(4), Dense(2), BinaryCrossEntropy]", "Sigmoid")]
    public async Task AnActivationThatTheLossApplies_Goes(string source, string mended, string kind)
    {
        await Mending.Offers(new LogitsFix(), "NG0056", source + Class, ($"Remove [{kind}]", mended + Class));
        await Mending.FixesAll(new LogitsFix(), "NG0056", source + Class, mended + Class);
    }
}
