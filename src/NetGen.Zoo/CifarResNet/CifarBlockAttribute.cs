using System.ComponentModel;

namespace NetGen.Zoo;

/// <summary>
/// The block of the residual networks for small images: two 3×3 convolutions, each with batch norm and without bias, a ReLU between them,
/// the block's input added, ReLU. (C, H, W) to (filters, H / stride, W / stride), rounded up. Where the shape changes, the shortcut takes
/// every stride-th pixel and adds channels of zeros, half of them before the input's: no parameters (option A of He, Zhang, Ren, Sun 2015,
/// "Deep Residual Learning for Image Recognition", section 4.1; the halves are common practice).
/// </summary>
/// <param name="filters">The output channels; without <see cref="Projection"/> or <see cref="Plain"/> at least as many as the input's.</param>
[Layers("""
    if (Plain && Projection) { throw "a plain block has no shortcut, so it takes no Projection"; }
    if (!Plain) { [Tag("input")] }
    [Conv(filters, 3, Stride = Stride, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
    [Conv(filters, 3, Pad = 1, Bias = false)] [BatchNorm]
    if (!Plain && Stride == 1 && C == filters)
    {
        [Add("input")]
    }
    else if (!Plain)
    {
        [Tag("residual")]
        [From("input")]
        if (Projection)
        {
            [Conv(filters, 1, Stride = Stride, Bias = false)] [BatchNorm]
        }
        else if (filters < C)
        {
            throw "a shortcut without parameters takes no channels away: filters must be at least " + C + ", but is " + filters;
        }
        else
        {
            // A pool of one pixel is every stride-th pixel.
            if (Stride != 1) { [AvgPool(1, Stride = Stride)] }
            [PadChannels((filters - C) / 2, filters - C - (filters - C) / 2)]
        }
        [Add("residual")]
    }
    [ReLU]
    """)]
public sealed class CifarBlockAttribute(int filters) : BlockAttribute
{
    /// <summary>The output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The stride of the first convolution, and of the shortcut.</summary>
    [DefaultValue(1)]
    public int Stride { get; set; } = 1;

    /// <summary>Whether the shortcut is a 1×1 convolution with batch norm where the shape changes (option B): the block's last, <c>conv3</c>.</summary>
    public bool Projection { get; set; }

    /// <summary>Whether there is no shortcut at all.</summary>
    public bool Plain { get; set; }
}
