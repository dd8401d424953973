using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Shapes;

/// <summary>Windows on images: by PyTorch's answers, and by placing the windows one after the other.</summary>
public class WindowShapeTests
{
    [Theory]
    [InlineData("[Input(3, 9, 11)] [Conv(16, 3)]", "(16, 7, 9)")]
    [InlineData("[Input(16, 15, 15)] [Conv(24, 3, Stride = 2)]", "(24, 7, 7)")]
    [InlineData("[Input(8, 16, 16)] [Conv(20, 3, Stride = 2, Pad = 1)]", "(20, 8, 8)")]
    [InlineData("[Input(3, 35, 35)] [Conv(17, 11, Stride = 4, Pad = 2)]", "(17, 8, 8)")]
    [InlineData("[Input(12, 9, 9)] [Conv(16, 1, 7, PadH = 0, PadW = 3)]", "(16, 9, 9)")]
    [InlineData("[Input(8, 14, 14)] [Conv(16, 3, Pad = 2, Dilation = 2)]", "(16, 14, 14)")]
    [InlineData("[Input(1, 14, 14)] [Conv(32, 3, Pad = 2)]", "(32, 16, 16)")]
    [InlineData("[Input(24, 9, 9)] [DepthwiseConv(3, Pad = 1, Multiplier = 2)]", "(48, 9, 9)")]
    [InlineData("[Input(18, 9, 9)] [MaxPool(3, Stride = 2, Pad = 1)]", "(18, 5, 5)")]
    [InlineData("[Input(10, 8, 8)] [MaxPool(3, Stride = 2, CeilMode = true)]", "(10, 4, 4)")]
    [InlineData("[Input(10, 7, 7)] [AvgPool(3, Stride = 1, Pad = 1)]", "(10, 7, 7)")]
    [InlineData("[Input(2, 6, 6)] [MaxPool(2, 3)]", "(2, 3, 2)")]
    [InlineData("[Input(2, 6, 6)] [MaxPool(2, StrideW = 1)]", "(2, 3, 5)")]
    [InlineData("[Input(23, 6, 7)] [GlobalAvgPool]", "(23)")]
    public void Output_IsPyTorchs(string layers, string shape) => Models.Last(layers).Output.ToString().ShouldBe(shape);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void Pools_CountTheWindowsThatFit(int kernel, int stride)
    {
        for (int pad = 0; pad <= kernel / 2; pad++)
        {
            foreach (int size in (int[])[4, 5, 7, 8])
            {
                foreach (bool ceil in (bool[])[false, true])
                {
                    string text = ceil ? "true" : "false";
                    int h = Models.Last($"[Input(1, {size}, {size})] [MaxPool({kernel}, Stride = {stride}, Pad = {pad}, CeilMode = {text})]").Output.H;
                    h.ShouldBe(Count(size, kernel, stride, pad, ceil), $"size {size}, pad {pad}, ceil {ceil}");
                }
            }
        }
    }

    /// <summary>Places windows until one does not fit, or, rounding up, until the one before reached the end or the next would start behind the image.</summary>
    private static int Count(int size, int kernel, int stride, int pad, bool ceil)
    {
        int count = 0;
        for (int start = -pad; ; start += stride, count++)
        {
            bool fits = start + kernel <= size + pad;
            bool needed = count == 0 || start - stride + kernel < size + pad;
            if (!(fits || (ceil && needed && start < size)))
            {
                return count;
            }
        }
    }
}
