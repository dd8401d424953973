using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What the layers that give images another size, and the residual blocks, refuse.</summary>
public class ImageLayerRulesTests
{
    [Theory]
    [InlineData("ConvTranspose(0, 3)", "filters of ConvTranspose must be at least 1, but is 0", "0")]
    [InlineData("ConvTranspose(8, 0)", "kernel of ConvTranspose must be at least 1, but is 0", "0")]
    [InlineData("ConvTranspose(8, 3, Stride = 0)", "Stride of ConvTranspose must be at least 1, but is 0", "Stride = 0")]
    [InlineData("ConvTranspose(8, 3, Pad = -1)", "Pad of ConvTranspose must be at least 0, but is -1", "Pad = -1")]
    [InlineData("ConvTranspose(8, 3, Dilation = 0)", "Dilation of ConvTranspose must be at least 1, but is 0", "Dilation = 0")]
    [InlineData("ConvTranspose(8, 3, Groups = 0)", "Groups of ConvTranspose must be at least 1, but is 0", "Groups = 0")]
    [InlineData("ConvTranspose(8, 3, OutputPad = -1)", "OutputPad of ConvTranspose must be at least 0, but is -1", "OutputPad = -1")]
    [InlineData("ConvTranspose(8, 3, OutputPad = 1)", "OutputPad of ConvTranspose must be below its stride or dilation, 1, but is 1", "OutputPad = 1")]
    [InlineData("ConvTranspose(8, 3, Stride = 2, OutputPad = 2)", "OutputPad of ConvTranspose must be below its stride or dilation, 2, but is 2", "OutputPad = 2")]
    [InlineData("ConvTranspose(8, 3, StrideH = 3, OutputPad = 2)", "OutputPad of ConvTranspose must be below its stride or dilation, 1, but is 2", "OutputPad = 2")]
    [InlineData("AdaptiveAvgPool(0, 2)", "h of AdaptiveAvgPool must be at least 1, but is 0", "0")]
    [InlineData("AdaptiveAvgPool(2, -1)", "w of AdaptiveAvgPool must be at least 1, but is -1", "-1")]
    [InlineData("Reshape(-4, 8, 8)", "c of Reshape must be at least 1, but is -4", "-4")]
    [InlineData("Reshape(4, 0, 8)", "h of Reshape must be at least 1, but is 0", "0")]
    [InlineData("Reshape(4, 8, 0)", "w of Reshape must be at least 1, but is 0", "0")]
    [InlineData("Upsample(0)", "scale of Upsample must be at least 1, but is 0", "0")]
    [InlineData("Upsample(2, Mode = (UpsampleMode)7)", "Mode of Upsample must be Nearest or Bilinear, but is 7", "Mode = (UpsampleMode)7")]
    [InlineData("PixelShuffle(0)", "scale of PixelShuffle must be at least 1, but is 0", "0")]
    [InlineData("PixelShuffle(4097)", "scale of PixelShuffle must be at most 4096, but is 4097", "4097")]
    [InlineData("InstanceNorm(Epsilon = 0f)", "Epsilon of InstanceNorm must be above 0 and finite, but is 0", "Epsilon = 0f")]
    [InlineData("ReflectionPad(-1)", "n of ReflectionPad must be at least 0, but is -1", "-1")]
    [InlineData("ReplicationPad(-1)", "n of ReplicationPad must be at least 0, but is -1", "-1")]
    [InlineData("ZeroPad(-1)", "n of ZeroPad must be at least 0, but is -1", "-1")]
    [InlineData("Crop(-1)", "n of Crop must be at least 0, but is -1", "-1")]
    [InlineData("Slice(-1, 2)", "start of Slice must be at least 0, but is -1", "-1")]
    [InlineData("Slice(1, 0)", "length of Slice must be at least 1, but is 0", "0")]
    [InlineData("Slice(0, 1, Axis = (SliceAxis)9)", "Axis of Slice must be Channels, Height, Width or Steps, but is 9", "Axis = (SliceAxis)9")]
    [InlineData("PadChannels(-1)", "before of PadChannels must be at least 0, but is -1", "-1")]
    [InlineData("PadChannels(-2, 1)", "before of PadChannels must be at least 0, but is -2", "-2")]
    [InlineData("PadChannels(1, -2)", "after of PadChannels must be at least 0, but is -2", "-2")]
    [InlineData("BasicBlock(0)", "filters of Conv (basicblock1.conv1 in BasicBlock) must be at least 1, but is 0", "0")]
    [InlineData("BasicBlock(8, Stride = 0)", "Stride of Conv (basicblock1.conv1 in BasicBlock) must be at least 1, but is 0", "Stride = 0")]
    [InlineData("BottleneckBlock(-1)", "filters of Conv (bottleneckblock1.conv1 in BottleneckBlock) must be at least 1, but is -1", "-1")]
    [InlineData("BottleneckBlock(8, Stride = -2)", "Stride of Conv (bottleneckblock1.conv2 in BottleneckBlock) must be at least 1, but is -2", "Stride = -2")]
    public void NG0023_SettingOutOfRange(string layer, string message, string at) =>
        Analysis.Reports(Sources.Net($"[Input(4, 8, 8)] [{layer}]"), ("NG0023", message, at));

    [Theory]
    [InlineData("ConvTranspose(8, 1)")]
    [InlineData("ConvTranspose(8, 3, Stride = 4, OutputPad = 3)")]
    [InlineData("ConvTranspose(8, 3, Dilation = 2, OutputPad = 1)")]
    [InlineData("ConvTranspose(8, 1, Pad = 3)")]
    [InlineData("AdaptiveAvgPool(1, 20)")]
    [InlineData("Upsample(1)")]
    [InlineData("Upsample(2, Mode = UpsampleMode.Bilinear)")]
    [InlineData("PixelShuffle(1)")]
    [InlineData("PixelShuffle(2)")]
    [InlineData("ZeroPad(0)")]
    [InlineData("Crop(0)")]
    [InlineData("Crop(3)")]
    [InlineData("Slice(0, 4)")]
    [InlineData("Slice(3, 1)")]
    [InlineData("Slice(1, 7, Axis = SliceAxis.Height)")]
    [InlineData("Slice(7, 1, Axis = SliceAxis.Width)")]
    [InlineData("PadChannels(0)")]
    [InlineData("PadChannels(0, 1)")]
    [InlineData("PadChannels(5, 0)")]
    public void SettingsAtTheEdge_AreAccepted(string layer) => Analysis.Accepts(Sources.Net($"[Input(4, 8, 8)] [{layer}]"));

    [Fact]
    public void NG0026_ChannelsNotDivisible() =>
        Analysis.Reports(
            Sources.Net("[Input(6, 8, 8)] [ConvTranspose(8, 3, Groups = 4)]"),
            ("NG0026", "ConvTranspose has 4 groups, but its input (6, 8, 8) has 6 channels, which do not divide into them: take a number that divides 6", "Groups = 4"));

    [Fact]
    public void NG0027_FiltersNotDivisible()
    {
        Analysis.Reports(
            Sources.Net("[Input(6, 8, 8)] [ConvTranspose(8, 3, Groups = 3)]"),
            ("NG0027", "ConvTranspose has 3 groups, but its 8 filters do not divide into them: take a number that divides 8", "Groups = 3"));
        Analysis.Accepts(Sources.Net("[Input(6, 8, 8)] [ConvTranspose(9, 3, Groups = 3)]"));
    }

    [Theory]
    [InlineData("ConvTranspose(8, 3)", "ConvTranspose")]
    [InlineData("GlobalMaxPool", "GlobalMaxPool")]
    [InlineData("AdaptiveAvgPool(2, 2)", "AdaptiveAvgPool")]
    [InlineData("Upsample(2)", "Upsample")]
    [InlineData("InstanceNorm", "InstanceNorm")]
    [InlineData("ZeroPad(1)", "ZeroPad")]
    [InlineData("Crop(1)", "Crop")]
    [InlineData("BasicBlock(8)", "Conv (basicblock1.conv1 in BasicBlock)")]
    [InlineData("BottleneckBlock(8)", "Conv (bottleneckblock1.conv1 in BottleneckBlock)")]
    public void NG0029_ImageNeeded(string layer, string op)
    {
        Analysis.Reports(Sources.Net($"[Input(12)] [{layer}]"), ("NG0029", $"{op} needs an image, but its input is the feature vector (12): put it before the layer that makes a vector of the image, or [Reshape(c, h, w)] before it", layer));
        Analysis.Accepts(Sources.Net($"[Input(12, 3, 3)] [{layer}]"));
    }

    [Theory]
    [InlineData("ZeroPad(32767)", "ZeroPad", "(4, 65542, 65542)", "32767")]
    [InlineData("PadChannels(16777216)", "PadChannels", "(33554436, 8, 8)", "PadChannels(16777216)")]
    [InlineData("Upsample(32767)", "Upsample", "(4, 262136, 262136)", "32767")]
    [InlineData("AdaptiveAvgPool(65536, 65536)", "AdaptiveAvgPool", "(4, 65536, 65536)", "AdaptiveAvgPool(65536, 65536)")]
    [InlineData("ConvTranspose(1, 1, Stride = 32767)", "ConvTranspose", "(1, 229370, 229370)", "ConvTranspose(1, 1, Stride = 32767)")]
    public void NG0032_ValueTooLarge(string layer, string op, string shape, string at) =>
        Analysis.Reports(
            Sources.Net($"[Input(4, 8, 8)] [{layer}]"),
            ("NG0032", $"The result of {op} would be {shape}: more than 536870912 numbers for one image, with channels padded to 16, so shrink the image or take fewer channels", at));

    [Theory]
    [InlineData("[Input(64)]", "Reshape(4, 4, 8)", "Reshape makes (4, 4, 8), which is 128 values, but its input (64) has 64: take sizes whose product is 64")]
    [InlineData("[Input(6, 4, 5)]", "Reshape(6, 4, 4)", "Reshape makes (6, 4, 4), which is 96 values, but its input (6, 4, 5) has 120: take sizes whose product is 120")]
    [InlineData("[Input(64)]", "Reshape(16777216, 16777216, 16777216)", "Reshape makes (16777216, 16777216, 16777216), which is 9223372036854775807 values, but its input (64) has 64: take sizes whose product is 64")]
    public void NG0035_SizesDiffer(string input, string layer, string message) =>
        Analysis.Reports(Sources.Net($"{input} [{layer}]"), ("NG0035", message, layer));

    [Theory]
    [InlineData("Crop(2)", "Crop takes 2×2 off every side of an image of 4×6, which leaves nothing: take less off", "2")]
    [InlineData("Crop(32767)", "Crop takes 32767×32767 off every side of an image of 4×6, which leaves nothing: take less off", "32767")]
    [InlineData("ConvTranspose(8, 3, Pad = 3)", "ConvTranspose takes 3×3 off every side of an image of 6×8, which leaves nothing: take less off", "Pad = 3")]
    [InlineData("ConvTranspose(8, 3, PadW = 4)", "ConvTranspose takes 0×4 off every side of an image of 6×8, which leaves nothing: take less off", "PadW = 4")]
    public void NG0036_NothingLeft(string layer, string message, string at)
    {
        Analysis.Reports(Sources.Net($"[Input(3, 4, 6)] [{layer}]"), ("NG0036", message, at));
        Analysis.Accepts(Sources.Net("[Input(3, 4, 6)] [ConvTranspose(8, 3, Pad = 2)] [Crop(0)]"));
    }

    [Theory]
    [InlineData("[Input(6, 4, 5)]", "Slice(4, 3)", "3 channels from 4 on, counted from 0, but its input (6, 4, 5) has 6: take at most 2, or start earlier", "3")]
    [InlineData("[Input(6, 4, 5)]", "Slice(6, 1)", "1 channels from 6 on, counted from 0, but its input (6, 4, 5) has 6: start at 5 at most", "6")]
    [InlineData("[Input(6, 4, 5)]", "Slice(3, 2, Axis = SliceAxis.Height)", "2 rows from 3 on, counted from 0, but its input (6, 4, 5) has 4: take at most 1, or start earlier", "2")]
    [InlineData("[Input(6, 4, 5)]", "Slice(0, 6, Axis = SliceAxis.Width)", "6 columns from 0 on, counted from 0, but its input (6, 4, 5) has 5: take at most 5, or start earlier", "6")]
    [InlineData("[Input(6)]", "Slice(16777216, 16777216)", "16777216 features from 16777216 on, counted from 0, but its input (6) has 6: start at 5 at most", "16777216")]
    [InlineData("[Input(6, 4)]", "Slice(1, 4)", "4 features from 1 on, counted from 0, but its input (6, 4) has 4: take at most 3, or start earlier", "4")]
    [InlineData("[Input(6, 4)]", "Slice(1, 6, Axis = SliceAxis.Steps)", "6 steps from 1 on, counted from 0, but its input (6, 4) has 6: take at most 5, or start earlier", "6")]
    public void NG0085_SliceOutside(string input, string layer, string message, string at) =>
        Analysis.Reports(Sources.Net($"{input} [{layer}]"), ("NG0085", "Slice takes " + message, at));

    [Theory]
    [InlineData("[Input(6)]", "Width", "feature vector (6), has no such axis: Axis may be Channels alone, which are its features")]
    [InlineData("[Input(6, 4)]", "Height", "sequence (6, 4), has no such axis: Axis may be Channels, which are its features, or Steps")]
    [InlineData("[Input(6, 4, 5)]", "Steps", "image (6, 4, 5), has no such axis: Axis may be Channels, Height or Width")]
    public void NG0086_NoSuchAxis(string input, string axis, string message) =>
        Analysis.Reports(
            Sources.Net($"{input} [Slice(0, 2, Axis = SliceAxis.{axis})]"),
            ("NG0086", $"Slice takes a part along {axis}, but its input, the {message}", $"Axis = SliceAxis.{axis}"));

    [Theory]
    [InlineData(4)]
    [InlineData(32767)]
    public void NG0077_NothingToMirror(int n)
    {
        Analysis.Reports(
            Sources.Net($"[Input(3, 4, 6)] [ReflectionPad({n})]"),
            n == 4
                ? ("NG0077", "ReflectionPad mirrors 4 pixels beside each edge, but its input (3, 4, 6) has too few: take at most 3", "4")
                : ("NG0077", "ReflectionPad mirrors 32767 pixels beside each edge, but its input (3, 4, 6) has too few: take at most 3", "32767"));
        Analysis.Accepts(Sources.Net("[Input(3, 4, 6)] [ReflectionPad(3)] [ReplicationPad(9)]"));
    }

    [Fact]
    public void NG0071_ChannelsDoNotShuffle() =>
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [Conv(6, 3)] [PixelShuffle(2)]"),
            ("NG0071", "PixelShuffle needs channels that divide by 4, the square of its scale 2, but its input (6, 6, 6) has 6: give the layer before it a multiple of 4 channels", "2"));

    [Theory]
    [InlineData("[Input(3, 8, 8)] [Tag(\"p\")] [MaxPool(2)] [MaxUnpool(\"p\")]", "[Input(3, 8, 8)]")]
    [InlineData("[Input(3, 8, 8)] [MaxPool(2)] [ReLU] [Tag(\"p\")] [MaxUnpool(\"p\")]", "[ReLU]")]
    [InlineData("[Input(3, 8, 8)] [AvgPool(2)] [Tag(\"p\")] [MaxUnpool(\"p\")]", "[AvgPool(2)]")]
    public void NG0072_NoPoolTagged(string layers, string maker) =>
        Analysis.Reports(
            Sources.Net(layers),
            ("NG0072", $"MaxUnpool puts values back to where a [MaxPool] found its largest ones, but \"p\" is what {maker} makes: tag the value directly behind a [MaxPool]", "\"p\""));

    [Theory]
    [InlineData("MaxPool(3, Stride = 2)", "3×3", "2×2")]
    [InlineData("MaxPool(2, StrideW = 1)", "2×2", "2×1")]
    [InlineData("MaxPool(2, Stride = 1, Pad = 1)", "2×2", "1×1")]
    public void NG0073_WindowsOverlap(string pool, string kernel, string stride)
    {
        Analysis.Reports(
            Sources.Net($"[Input(3, 9, 9)] [{pool}] [Tag(\"p\")] [MaxUnpool(\"p\")]"),
            ("NG0073", $"MaxUnpool undoes pools whose windows lie apart, but those of \"p\" cover {kernel} with a stride of {stride}: give that pool a stride of at least its kernel", "\"p\""));
        Analysis.Accepts(Sources.Net("[Input(3, 9, 9)] [MaxPool(2, Stride = 3, Pad = 1)] [Tag(\"p\")] [MaxUnpool(\"p\")]"));
    }

    [Fact]
    public void MaxUnpool_NeedsThePoolsShape() =>
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [MaxPool(2)] [Tag(\"p\")] [Conv(5, 3, Pad = 1)] [MaxUnpool(\"p\")]"),
            ("NG0030", "MaxUnpool needs (3, 4, 4) but the current value is (5, 4, 4): it puts values back to where \"p\" found its own, so give the layer before it that shape", "MaxUnpool(\"p\")"));

    [Fact]
    public void MaxUnpool_NeedsATagThatIsThere() =>
        Analysis.Reports(
            Sources.Net("[Input(3, 8, 8)] [MaxPool(2)] [Tag(\"pool1\")] [Conv(3, 3, Pad = 1)] [MaxUnpool(\"pool\")]"),
            ("NG0015", "No [Tag(\"pool\")] comes before [MaxUnpool(\"pool\")]: write \"pool1\"", "\"pool\""));

    [Theory]
    [InlineData("RoIAlign")]
    [InlineData("RoIPool")]
    public void Regions_NeedBoxesOfFourEdges(string layer)
    {
        Analysis.Reports(
            Sources.Net($"[Input(3, 8, 8)] [Input(6, 5, Name = \"boxes\")] [{layer}(2, 2, \"boxes\")]"),
            ("NG0030", $"{layer} needs (boxes, 4) but \"boxes\" is (6, 5): give left, top, right and bottom of each box, as by [Input(64, 4, Name = \"boxes\")]", "\"boxes\""));
        Analysis.Reports(
            Sources.Net($"[Input(3, 8, 8)] [Tag(\"x\")] [{layer}(2, 2, \"x\")]"),
            ("NG0030", $"{layer} needs (boxes, 4) but \"x\" is (3, 8, 8): give left, top, right and bottom of each box, as by [Input(64, 4, Name = \"boxes\")]", "\"x\""));
        Analysis.Reports(
            Sources.Net($"[Input(3, 8, 8)] [Input(6, 4, Name = \"boxes\")] [{layer}(2, 2, \"box\")]"),
            ("NG0015", $"No [Tag(\"box\")] comes before [{layer}(2, 2, \"box\")]: known here are \"boxes\"", "\"box\""));
        Analysis.Accepts(Sources.Net($"[Input(3, 8, 8)] [Input(6, 4, Name = \"boxes\")] [{layer}(2, 2, \"boxes\")] [Dense(4)]"));
    }

    [Theory]
    [InlineData("RoIAlign(0, 2, \"b\")", "height of RoIAlign must be at least 1, but is 0", "0")]
    [InlineData("RoIPool(2, 40000, \"b\")", "width of RoIPool must be at most 32767, but is 40000", "40000")]
    [InlineData("RoIPool(2, 2, \"b\", SpatialScale = 0f)", "SpatialScale of RoIPool must be above 0 and finite, but is 0", "SpatialScale = 0f")]
    [InlineData("RoIAlign(2, 2, \"b\", SamplingRatio = 65)", "SamplingRatio of RoIAlign must be at most 64, but is 65", "SamplingRatio = 65")]
    public void Regions_HaveSettingsInRange(string layer, string message, string place) =>
        Analysis.Reports(Sources.Net($"[Input(3, 8, 8)] [Input(6, 4, Name = \"b\")] [{layer}]"), ("NG0023", message, place));
}
