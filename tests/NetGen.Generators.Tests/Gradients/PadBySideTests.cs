using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Borders and paddings that differ by side.</summary>
public sealed class PadBySideTests
{
    [Theory]
    [InlineData("[Input(5, 4, 3)] [ZeroPad(1, 0, 2, 3)]")]
    [InlineData("[Input(17, 4, 5)] [ReflectionPad(3, 0, 1, 4)]")]
    [InlineData("[Input(17, 2, 3)] [ReplicationPad(0, 4, 3, 1)]")]
    [InlineData("[Input(17, 5, 6)] [Crop(1, 2, 0, 4)]")]
    [InlineData("[Input(3, 6, 6)] [Conv(18, 3, PadBottom = 1, PadRight = 1, Stride = 2)] [Tanh] [ZeroPad(0, 1, 1, 0)] [Conv(4, 3, PadLeft = 2)]")]
    [InlineData("[Input(18, 6, 5)] [DepthwiseConv(3, PadTop = 2, PadRight = 1)]")]
    [InlineData("[Input(6, 4, 4)] [ConvTranspose(5, 4, Stride = 2, PadTop = 1, PadRight = 2)]")]
    [InlineData("[Input(5, 6, 5)] [AvgPool(3, Stride = 2, PadBottom = 1, PadRight = 1)]")]
    [InlineData("[Input(18, 6, 5)] [AvgPool(3, Stride = 2, PadTop = 1, CountIncludePad = false)]")]
    [InlineData("[Input(16, 6, 7)] [Conv(16, 3, PadTop = 1, PadRight = 2, Algorithm = ConvAlgorithm.Winograd4)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 5e-3);

    [Fact]
    public void SidesOfABorder_AreInTheOrderTopBottomLeftRight()
    {
        (float[] outputs, float[] gradients) = Nets.Run("[Input(1, 1, 2)] [ZeroPad(1, 0, 2, 0)]", [1, 2], [1, 2, 3, 4, 5, 6, 7, 8]);

        outputs.ShouldBe([0, 0, 0, 0, 0, 0, 1, 2]);
        gradients.ShouldBe([7, 8]);
        Nets.Predict("[Input(1, 1, 3)] [ReflectionPad(0, 0, 2, 1)]", 1, 2, 3).ShouldBe([3, 2, 1, 2, 3, 2]);
        Nets.Predict("[Input(1, 1, 3)] [ReplicationPad(0, 1, 1, 0)]", 1, 2, 3).ShouldBe([1, 1, 2, 3, 1, 1, 2, 3]);
        Nets.Predict("[Input(1, 2, 3)] [Crop(1, 0, 0, 2)]", 1, 2, 3, 4, 5, 6).ShouldBe([4]);
    }

    /// <summary>TensorFlow's "same" adds what cannot be halved behind: a window of 2 and a stride of 2 begin at the first pixel.</summary>
    [Fact]
    public void Same_OfAnOddSize_AddsBehind()
    {
        Nets.Predict("[Input(1, 1, 3)] [MaxPool(1, 2, Stride = 2, PadRight = 1)]", -1, -2, -3).ShouldBe([-1, -3]);
        Nets.Predict("[Input(1, 1, 3)] [MaxPool(1, 2, Stride = 2, PadLeft = 1)]", -1, -2, -3).ShouldBe([-1, -2]);
        Nets.Predict("[Input(1, 1, 3)] [AvgPool(1, 2, Stride = 2, PadRight = 1)]", 2, 4, 6).ShouldBe([3, 3]);
        Nets.Predict("[Input(1, 1, 3)] [AvgPool(1, 2, Stride = 2, PadRight = 1, CountIncludePad = false)]", 2, 4, 6).ShouldBe([3, 6]);
    }

    [Theory]
    [InlineData("[Input(5, 8, 8)] [Conv(6, 3, Stride = 2, PadBottom = 1, PadRight = 1)]", "(6, 4, 4)")]
    [InlineData("[Input(5, 8, 8)] [Conv(6, 3, Pad = 1, PadTop = 0)]", "(6, 7, 8)")]
    [InlineData("[Input(5, 8, 8)] [Conv(6, 3, Pad = 3, PadW = 1, PadRight = 2)]", "(6, 12, 9)")]
    [InlineData("[Input(5, 8, 9)] [MaxPool(3, Stride = 2, PadTop = 1, CeilMode = true)]", "(5, 4, 4)")]
    [InlineData("[Input(5, 8, 8)] [ConvTranspose(6, 4, Stride = 2, PadTop = 3, PadLeft = 1)]", "(6, 15, 17)")]
    [InlineData("[Input(5, 4, 6)] [ZeroPad(1, 2, 3, 4)]", "(5, 7, 13)")]
    [InlineData("[Input(5, 4, 6)] [ReflectionPad(3, 0, 5, 0)]", "(5, 7, 11)")]
    [InlineData("[Input(5, 4, 6)] [ReplicationPad(right: 4, left: 3, bottom: 2, top: 1)]", "(5, 7, 13)")]
    [InlineData("[Input(5, 4, 6)] [Crop(1, 2, 3, 2)]", "(5, 1, 1)")]
    public void Output_HasEachSide(string layers, string shape) => Models.Last(layers).Output.ToString().ShouldBe(shape);

    [Theory]
    [InlineData("Conv(8, 3, PadTop = -1)", "NG0023", "PadTop of Conv must be at least 0, but is -1", "PadTop = -1")]
    [InlineData("MaxPool(3, PadRight = 40000)", "NG0023", "PadRight of MaxPool must be at most 32767, but is 40000", "PadRight = 40000")]
    [InlineData("ZeroPad(1, -1, 0, 0)", "NG0023", "bottom of ZeroPad must be at least 0, but is -1", "-1")]
    [InlineData("Crop(0, 0, 0, -2)", "NG0023", "right of Crop must be at least 0, but is -2", "-2")]
    [InlineData("Crop(1, 3, 0, 0)", "NG0036", "Crop takes 4 rows and 0 columns off the sides of an image of 4×6, which leaves nothing: take less off", "3")]
    [InlineData("ConvTranspose(8, 3, PadLeft = 3, PadRight = 5)", "NG0036", "ConvTranspose takes 0 rows and 8 columns off the sides of an image of 6×8, which leaves nothing: take less off", "PadLeft = 3")]
    [InlineData("ReflectionPad(0, 4, 0, 0)", "NG0077", "ReflectionPad mirrors 4 rows beside the lower edge, but its input (3, 4, 6) has too few: take at most 3", "4")]
    [InlineData("ReflectionPad(0, 0, 6, 0)", "NG0077", "ReflectionPad mirrors 6 columns beside the left edge, but its input (3, 4, 6) has too few: take at most 5", "6")]
    public void WrongSides_AreToldWhereTheyStand(string layer, string id, string message, string at) => Analysis.Reports(Sources.Net($"[Input(3, 4, 6)] [{layer}]"), (id, message, at));

    [Theory]
    [InlineData("PadBottom = 2", "2×0")]
    [InlineData("PadLeft = 2", "0×2")]
    public void APoolsPadding_IsAtMostHalfItsKernel(string pad, string told) =>
        Analysis.Reports(Sources.Net($"[Input(3, 9, 9)] [MaxPool(3, {pad})]"), ("NG0025", $"The padding {told} of MaxPool is more than half of its kernel 3×3: take at most 1×1", pad));
}
