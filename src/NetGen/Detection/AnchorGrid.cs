namespace NetGen;

/// <summary>
/// The anchors of a region proposal network: boxes of every size and ratio around every place of a feature map (Ren et al. 2015, "Faster R-CNN: Towards Real-Time Object Detection with Region
/// Proposal Networks", section 3.1). torchvision's <c>AnchorGenerator</c>, with its rounding.
/// </summary>
public sealed class AnchorGrid
{
    private readonly BoundingBox[] _base;

    /// <summary>Takes the forms.</summary>
    /// <param name="sizes">The sides of squares of the anchors' areas, in pixels of the image; over 0.</param>
    /// <param name="ratios">The ratios of height to width; over 0.</param>
    /// <exception cref="ArgumentException">A list is empty, or a number is not finite and over 0.</exception>
    public AnchorGrid(IReadOnlyList<float> sizes, IReadOnlyList<float> ratios)
    {
        CheckList(sizes, nameof(sizes));
        CheckList(ratios, nameof(ratios));
        _base =
        [
            .. from ratio in ratios
               let height = MathF.Sqrt(ratio)
               from size in sizes
               select Around0(size / height, size * height),
        ];
    }

    /// <summary>Anchors at each place: sizes × ratios.</summary>
    public int PerPlace => _base.Length;

    /// <summary>The anchors of a feature map.</summary>
    /// <param name="height">The map's rows.</param>
    /// <param name="width">The map's columns.</param>
    /// <param name="stride">Pixels of the image from place to place; the first place is at 0.</param>
    /// <returns>All anchors, row by row and place by place; at a place ratio by ratio, and of a ratio size by size. Those at the borders reach beyond the image.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public BoundingBox[] For(int height, int width, int stride)
    {
        Check.AtLeastOne(height, nameof(height));
        Check.AtLeastOne(width, nameof(width));
        Check.AtLeastOne(stride, nameof(stride));
        BoundingBox[] anchors = new BoundingBox[checked(height * width * PerPlace)];
        for (int i = 0; i < anchors.Length; i++)
        {
            int place = i / PerPlace;
            float x = place % width * stride;
            float y = place / width * stride;
            BoundingBox box = _base[i % PerPlace];
            anchors[i] = new BoundingBox(box.Left + x, box.Top + y, box.Right + x, box.Bottom + y);
        }

        return anchors;
    }

    /// <summary>Rounded to whole pixels, halves to the even ones, as there.</summary>
    private static BoundingBox Around0(float width, float height)
    {
        float x = MathF.Round(width / 2);
        float y = MathF.Round(height / 2);
        return new BoundingBox(-x, -y, x, y);
    }

    private static void CheckList(IReadOnlyList<float> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0)
        {
            throw new ArgumentException("expected one value or more, actual none", name);
        }

        foreach (float value in values)
        {
            Check.Positive(value, name);
        }
    }
}
