namespace NetGen;

/// <summary>
/// Says where a box is by four numbers relative to another one, which is what a network learns to give: the way of its middle in sides of the reference, and the logarithms of how much wider and
/// higher it is. Girshick et al. 2014, "Rich feature hierarchies for accurate object detection and semantic segmentation", appendix C; torchvision's <c>BoxCoder</c>.
/// </summary>
public sealed class BoxCoder
{
    /// <summary>What a box may be larger than its reference at most: from 16 pixels to 1,000, as there.</summary>
    private static readonly float s_mostGrowth = MathF.Log(1000f / 16);

    private readonly float _x;
    private readonly float _y;
    private readonly float _width;
    private readonly float _height;

    /// <summary>Makes a coder.</summary>
    /// <param name="weights">What the four numbers are multiplied with, each finite and over 0; (10, 10, 5, 5) for the second stage of Faster R-CNN makes them about as large as 1. All 1 where absent.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is out of range.</exception>
    public BoxCoder((float X, float Y, float Width, float Height)? weights = null)
    {
        (_x, _y, _width, _height) = weights ?? (1, 1, 1, 1);
        Check.Positive(_x, nameof(weights));
        Check.Positive(_y, nameof(weights));
        Check.Positive(_width, nameof(weights));
        Check.Positive(_height, nameof(weights));
    }

    /// <summary>The four numbers of a box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="reference">The anchor or proposal.</param>
    /// <param name="code">Receives x, y, width, height.</param>
    /// <exception cref="ArgumentException">One of the boxes is empty, or <paramref name="code"/> has not four values.</exception>
    public void Encode(BoundingBox box, BoundingBox reference, Span<float> code)
    {
        CheckBox(box, nameof(box));
        CheckBox(reference, nameof(reference));
        CheckCode(code.Length, nameof(code));
        code[0] = _x * (box.CenterX - reference.CenterX) / reference.Width;
        code[1] = _y * (box.CenterY - reference.CenterY) / reference.Height;
        code[2] = _width * MathF.Log(box.Width / reference.Width);
        code[3] = _height * MathF.Log(box.Height / reference.Height);
    }

    /// <summary>The box that four numbers say.</summary>
    /// <param name="code">x, y, width, height.</param>
    /// <param name="reference">The anchor or proposal.</param>
    /// <returns>The box, at most 62.5 times as wide and as high as its reference: an untrained network would say more than a float holds.</returns>
    /// <exception cref="ArgumentException">The reference is empty, or <paramref name="code"/> has not four values.</exception>
    public BoundingBox Decode(ReadOnlySpan<float> code, BoundingBox reference)
    {
        CheckBox(reference, nameof(reference));
        CheckCode(code.Length, nameof(code));
        float width = MathF.Exp(MathF.Min(code[2] / _width, s_mostGrowth)) * reference.Width;
        float height = MathF.Exp(MathF.Min(code[3] / _height, s_mostGrowth)) * reference.Height;
        return BoundingBox.FromCenter((code[0] / _x * reference.Width) + reference.CenterX, (code[1] / _y * reference.Height) + reference.CenterY, width, height);
    }

    private static void CheckBox(BoundingBox box, string name)
    {
        if (box.IsEmpty)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a box with sides over 0, actual {box.Width} × {box.Height}"), name);
        }
    }

    private static void CheckCode(int length, string name)
    {
        if (length != 4)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected 4 values, actual {length}"), name);
        }
    }
}
