using NetGen.CodeFixes.Fixes;
using NetGen.CodeFixes.Tests.Support;

namespace NetGen.CodeFixes.Tests.Fixes;

/// <summary>Values that are joined get shapes that agree.</summary>
public sealed class JoinFixTests
{
    private const string Class = "\npublic sealed partial class Net;";

    [Fact]
    public Task OtherChannels_AreSet_OrProjected() => Mending.Offers(
        new JoinFix(),
        "NG0030",
        "[Input(3, 8, 8)]\n[Conv(16, 3, Pad = 1)]\n[Tag(\"skip\")]\n[Conv(32, 3, Pad = 1)]\n[ReLU]\n[Add(\"skip\")]" + Class,
        ("Set the last layer before it to 16 channels",
            "[Input(3, 8, 8)]\n[Conv(16, 3, Pad = 1)]\n[Tag(\"skip\")]\n[Conv(16, 3, Pad = 1)]\n[ReLU]\n[Add(\"skip\")]" + Class),
        ("Project \"skip\" by [Conv(32, 1)]",
            "[Input(3, 8, 8)]\n[Conv(16, 3, Pad = 1)]\n[Tag(\"skip\")]\n[Conv(32, 1)] [Tag(\"skipProjected\")] [From(\"skip\")]\n[Conv(32, 3, Pad = 1)]\n[ReLU]\n[Add(\"skipProjected\")]" + Class));

    [Fact]
    public Task ASmallerImage_IsProjectedWithAStride_AndNormedAsTheOther() => Mending.Offers(
        new JoinFix(),
        "NG0030",
        "[Input(3, 8, 8)] [Conv(16, 3, Pad = 1)] [Tag(\"skip\")] [Conv(filters: 32, kernel: 3, Pad = 1, Stride = 2, Bias = false)] [BatchNorm] [Add(tag: \"skip\")]" + Class,
        ("Project \"skip\" by [Conv(32, 1, Stride = 2, Bias = false)] [BatchNorm]",
            "[Input(3, 8, 8)] [Conv(16, 3, Pad = 1)] [Tag(\"skip\")] [Conv(32, 1, Stride = 2, Bias = false)] [BatchNorm] [Tag(\"skipProjected\")] [From(\"skip\")] "
            + "[Conv(filters: 32, kernel: 3, Pad = 1, Stride = 2, Bias = false)] [BatchNorm] [Add(tag: \"skipProjected\")]" + Class));

    [Fact]
    public Task InCommonBrackets_ABranchHasCommasToo() => Mending.Offers(
        new JoinFix(),
        "NG0030",
        "[Input(3, 8, 8),\n    Tag(\"in\"), // kept\n    MaxPool(2),\n    Add(\"in\")]" + Class,
        ("Project \"in\" by [Conv(3, 1, Stride = 2)]",
            "[Input(3, 8, 8),\n    Tag(\"in\"),\n    Conv(3, 1, Stride = 2), Tag(\"inProjected\"), From(\"in\"), // kept\n    MaxPool(2),\n    Add(\"inProjected\")]" + Class));

    [Fact]
    public Task LostPixels_AreKeptByPadding() => Mending.Offers(
        new JoinFix(),
        "NG0030",
        "[Input(4, 16, 16)] [Tag(\"skip\")] [Conv(4, 3)] [ReLU] [Conv(4, 5,\n    Dilation = 2,\n    Bias = false, Pad = 1)] [Conv(4, 1, 3)] [Add(\"skip\")]" + Class,
        ("Add the padding that keeps the size",
            "[Input(4, 16, 16)] [Tag(\"skip\")] [Conv(4, 3, Pad = 1)] [ReLU] [Conv(4, 5,\n    Dilation = 2,\n    Bias = false, Pad = 4)] [Conv(4, 1, 3, PadH = 0, PadW = 1)] [Add(\"skip\")]" + Class),
        ("Project \"skip\" by [Conv(4, 1, StrideH = 2, StrideW = 3)]",
            "[Input(4, 16, 16)] [Tag(\"skip\")] [Conv(4, 1, StrideH = 2, StrideW = 3)] [Tag(\"skipProjected\")] [From(\"skip\")] [Conv(4, 3)] [ReLU] "
            + "[Conv(4, 5,\n    Dilation = 2,\n    Bias = false, Pad = 1)] [Conv(4, 1, 3)] [Add(\"skipProjected\")]" + Class));

    [Fact]
    public Task LostPixelsOfTheOther_AreKeptByPadding() => Mending.Offers(
        new JoinFix(),
        "NG0030",
        "[Input(4, 8, 8)] [Tag(\"in\")] [Conv(4, 3)] [Tag(\"a\")] [From(\"in\")] [Conv(4, 3, Pad = 1)] [Concat(\"a\")]" + Class,
        ("Add the padding that keeps the size", "[Input(4, 8, 8)] [Tag(\"in\")] [Conv(4, 3, Pad = 1)] [Tag(\"a\")] [From(\"in\")] [Conv(4, 3, Pad = 1)] [Concat(\"a\")]" + Class));

    [Fact]
    public Task LostPixelsAndOtherChannels_GoTogether() => Mending.Offers(
        new JoinFix(),
        "NG0030",
        "[Input(4, 8, 8)] [Tag(\"skip\")] [Conv(8, 3)] [Add(\"skip\")]" + Class,
        ("Add the padding that keeps the size, and set the last layer before it to 4 channels", "[Input(4, 8, 8)] [Tag(\"skip\")] [Conv(4, 3, Pad = 1)] [Add(\"skip\")]" + Class));

    [Fact]
    public Task AVector_IsSet_OrProjected() => Mending.Offers(
        new JoinFix(),
        "NG0030",
        "[Input(4)] [Tag(\"a\")] [Dense(8)] [ReLU] [Add(\"a\")]" + Class,
        ("Set the last layer before it to 4 channels", "[Input(4)] [Tag(\"a\")] [Dense(4)] [ReLU] [Add(\"a\")]" + Class),
        ("Project \"a\" by [Dense(8)]", "[Input(4)] [Tag(\"a\")] [Dense(8)] [Tag(\"aProjected\")] [From(\"a\")] [Dense(8)] [ReLU] [Add(\"aProjected\")]" + Class));

    [Fact]
    public Task AnImagesWeights_AreAsManyAsItsChannels() => Mending.FixesAll(
        new JoinFix(),
        "NG0030",
        "[Input(4, 8, 8)] [Tag(\"x\")] [GlobalAvgPool] [Dense(2)] [ReLU] [Dense(3)] [Sigmoid] [Multiply(\"x\")]" + Class,
        "[Input(4, 8, 8)] [Tag(\"x\")] [GlobalAvgPool] [Dense(2)] [ReLU] [Dense(4)] [Sigmoid] [Multiply(\"x\")]" + Class);

    [Fact]
    public Task AWholeChain_IsMendedAtOnce() => Mending.FixesAll(
        new JoinFix(),
        "NG0030",
        "[Input(3, 8, 8)] [Conv(16, 3)] [Tag(\"a\")] [Conv(8, 3, Pad = 1)] [Add(\"a\")] [Tag(\"b\")] [Conv(4, 3, Pad = 1)] [Add(\"b\")] [Tag(\"c\")] [Conv(12, 3)] [Add(\"c\")]" + Class,
        "[Input(3, 8, 8)] [Conv(16, 3)] [Tag(\"a\")] [Conv(16, 3, Pad = 1)] [Add(\"a\")] [Tag(\"b\")] [Conv(16, 3, Pad = 1)] [Add(\"b\")] [Tag(\"c\")] [Conv(16, 3, Pad = 1)] [Add(\"c\")]" + Class);

    [Fact]
    public Task WhatNoFixMends_IsLeft() => Mending.OffersNothing(
        new JoinFix(), "NG0030", "[Input(4, 8, 8)] [Tag(\"a\")] [MaxPool(2)] [Upsample(3)] [Add(\"a\")]" + Class);

    [Fact]
    public Task AKernel_GetsThePaddingThatKeepsTheSize_OrTheLeast() => Mending.Offers(
        new KernelFix(),
        "NG0024",
        "[Input(3, 4, 4)] [Conv(8, 7, Bias = false)]" + Class,
        ("Add Pad = 3", "[Input(3, 4, 4)] [Conv(8, 7, Bias = false, Pad = 3)]" + Class),
        ("Add Pad = 2", "[Input(3, 4, 4)] [Conv(8, 7, Bias = false, Pad = 2)]" + Class));

    [Fact]
    public Task AnEvenKernel_GetsTheLeastPadding() => Mending.Offers(
        new KernelFix(), "NG0024", "[Input(3, 1, 4)] [MaxPool(2)]" + Class, ("Add PadH = 1, PadW = 0", "[Input(3, 1, 4)] [MaxPool(2, PadH = 1, PadW = 0)]" + Class));

    [Fact]
    public Task AllKernels_Fit() => Mending.FixesAll(
        new KernelFix(),
        "NG0024",
        "[Input(3, 4, 4)] [Conv(8, 5)] [ReLU] [Conv(8, 7, PadH = 0)]\npartial class A;\n[Input(1, 2, 2)] [DepthwiseConv(3)]" + Class,
        "[Input(3, 4, 4)] [Conv(8, 5, Pad = 2)] [ReLU] [Conv(8, 7, PadH = 3, PadW = 3)]\npartial class A;\n[Input(1, 2, 2)] [DepthwiseConv(3, Pad = 1)]" + Class);

    [Fact]
    public Task AConcatOfAnImageAndAVector_GetsVectors() => Mending.Offers(
        new ConcatFix(),
        "NG0031",
        "[Input(4, 8, 8)] [Tag(\"x\")] [Flatten] [Dense(3)] [Tag(\"v\")] [From(\"x\")] [Conv(2, 3)] [Concat(\"v\")]" + Class,
        ("Put [Flatten] after the image", "[Input(4, 8, 8)] [Tag(\"x\")] [Flatten] [Dense(3)] [Tag(\"v\")] [From(\"x\")] [Conv(2, 3)] [Flatten] [Concat(\"v\")]" + Class),
        ("Put [GlobalAvgPool] after the image", "[Input(4, 8, 8)] [Tag(\"x\")] [Flatten] [Dense(3)] [Tag(\"v\")] [From(\"x\")] [Conv(2, 3)] [GlobalAvgPool] [Concat(\"v\")]" + Class));

    [Fact]
    public Task AConcatWithATaggedImage_GetsItsVector() => Mending.FixesAll(
        new ConcatFix(),
        "NG0031",
        "[Input(4, 8, 8)] [Conv(2, 3)]\n[Tag(\"x\")]\n[Flatten] [Dense(3)] [Concat(\"x\")]" + Class,
        "[Input(4, 8, 8)] [Conv(2, 3)]\n[Tag(\"x\")]\n[GlobalAvgPool] [Tag(\"xPooled\")] [From(\"x\")]\n[Flatten] [Dense(3)] [Concat(\"xPooled\")]" + Class,
        offer: 1);
}
