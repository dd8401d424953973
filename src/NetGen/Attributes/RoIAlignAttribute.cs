namespace NetGen;

/// <summary>
/// Cuts regions out of an image and brings each to the same size by bilinear interpolation: an image (C, H, W) and boxes (N, 4), a sequence under a tag, to the sequence (N, C · h · w), a step for
/// each box. He et al. 2017, "Mask R-CNN", section 3; <c>roi_align</c> of PyTorch's torchvision, flattened in the order C, h, w.
/// </summary>
/// <remarks>
/// <para>A box is left, top, right, bottom in pixels of the picture that <see cref="SpatialScale"/> brings to the image's own: they are given at run time, as an input:
/// <c>[Input(3, 240, 320)] [Input(64, 4, Name = "boxes")]</c>. Each of the h · w cells of a region is the mean of <see cref="SamplingRatio"/>² samples, each of the four pixels around it; samples more
/// than a pixel beyond the image count as 0. What follows is computed for each step, as a <see cref="DenseAttribute"/> does, and so are losses, which leave boxes out whose label is their
/// <c>IgnoreIndex</c>.</para>
/// <para>No gradient goes to the boxes.</para>
/// </remarks>
/// <param name="height">h, the rows of a region. From 1 to 32,767.</param>
/// <param name="width">w, its columns. From 1 to 32,767.</param>
/// <param name="tag">The tag of the boxes.</param>
public sealed class RoIAlignAttribute(int height, int width, string tag) : LayerAttribute
{
    /// <summary>The rows of a region. From 1 to 32,767.</summary>
    public int Height { get; } = height;

    /// <summary>The columns of a region. From 1 to 32,767.</summary>
    public int Width { get; } = width;

    /// <summary>The tag of the boxes.</summary>
    public string Tag { get; } = tag;

    /// <summary>What the boxes' coordinates are multiplied with: 1/16 after four layers of stride 2. Above 0 and finite.</summary>
    public float SpatialScale { get; set; } = 1;

    /// <summary>Samples along each side of a cell. From 1 to 64. torchvision's default, which depends on the box, is not to be had.</summary>
    public int SamplingRatio { get; set; } = 2;

    /// <summary>
    /// Whether coordinates are those of edges, so that pixel centres lie half a pixel further: right where boxes are. Otherwise, as torchvision's detectors do, nothing is taken off, and regions are at
    /// least a pixel wide and high.
    /// </summary>
    public bool Aligned { get; set; }
}
