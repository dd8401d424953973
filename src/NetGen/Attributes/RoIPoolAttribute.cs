namespace NetGen;

/// <summary>
/// Cuts regions out of an image and takes the largest value of each of h · w cells of it: an image (C, H, W) and boxes (N, 4), a sequence under a tag, to the sequence (N, C · h · w), a step for each
/// box. Girshick 2015, "Fast R-CNN", section 2.1; <c>roi_pool</c> of PyTorch's torchvision, flattened in the order C, h, w.
/// </summary>
/// <remarks>
/// <para>A box is left, top, right, bottom in pixels of the picture, which are multiplied with <see cref="SpatialScale"/> and rounded to whole pixels of the image, the last one included. They are given
/// at run time, as an input: <c>[Input(3, 240, 320)] [Input(64, 4, Name = "boxes")]</c>. A cell begins at the pixel that its upper left lies in and ends behind the one of its lower right, so that cells may
/// share pixels; one that lies beyond the image is 0. What follows is computed for each step, as a <see cref="DenseAttribute"/> does, and so are losses.</para>
/// <para>A cell's gradient goes to the first of its largest values; none goes to the boxes.</para>
/// </remarks>
/// <param name="height">h, the rows of a region. From 1 to 32,767.</param>
/// <param name="width">w, its columns. From 1 to 32,767.</param>
/// <param name="tag">The tag of the boxes.</param>
public sealed class RoIPoolAttribute(int height, int width, string tag) : LayerAttribute
{
    /// <summary>The rows of a region. From 1 to 32,767.</summary>
    public int Height { get; } = height;

    /// <summary>The columns of a region. From 1 to 32,767.</summary>
    public int Width { get; } = width;

    /// <summary>The tag of the boxes.</summary>
    public string Tag { get; } = tag;

    /// <summary>What the boxes' coordinates are multiplied with: 1/16 after four layers of stride 2. Above 0 and finite.</summary>
    public float SpatialScale { get; set; } = 1;
}
