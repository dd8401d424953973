namespace NetGen;

/// <summary>
/// How rough a picture is: at each pixel the squared differences to the next pixel of its row and to the next of its column are added up, and the power of half the exponent is taken; the mean over all values.
/// With an exponent of 1 this is the isotropic total variation; 2, the default, is the sum of the squared differences, and smooth. Mahendran and Vedaldi 2015, "Understanding Deep Image
/// Representations by Inverting Them", section 3.2, divided by the number of values so that a weight holds for any size.
/// </summary>
/// <remarks>
/// Where there is no next pixel the difference is 0. Where both differences are 0 an exponent under 2 has no gradient, or an infinite one beside it; 0 is taken. In PyTorch, for 2:
/// <c>((x[..., 1:] - x[..., :-1]) ** 2).sum() + ((x[..., 1:, :] - x[..., :-1, :]) ** 2).sum()</c>, divided by <c>x.numel()</c>.
/// </remarks>
public sealed class TotalVariationLoss : LossTerm
{
    /// <summary>A term over an output that is a picture or another map, (C, H, W).</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="weight">What value and gradient are multiplied with: 0 or more, and finite.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is out of range.</exception>
    public TotalVariationLoss(string output, double weight = 1)
        : base(output, weight)
    {
    }

    /// <summary>The exponent of the differences: from 1 to 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Exponent
    {
        get;
        set => field = value is >= 1 and <= 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Exponent), FormattableString.Invariant($"expected a number from 1 to 2, actual {value}"));
    } = 2;

    /// <inheritdoc/>
    protected override double Add(ReadOnlySpan<float> values, IReadOnlyList<int> shape, double weight, Span<float> gradients)
    {
        if (shape.Count != 3)
        {
            throw new ArgumentException($"TotalVariationLoss at \"{Output}\": expected a map (C, H, W), actual {ShapeText.Of(shape)}");
        }

        (int height, int width) = (shape[1], shape[2]);
        double scale = weight / values.Length;
        double sum = 0;
        for (int row = 0; row < values.Length / width; row++)
        {
            bool last = (row + 1) % height == 0;
            int at = row * width;
            sum += AddRow(values.Slice(at, width), last ? default : values.Slice(at + width, width), scale, gradients.Slice(at, width), last ? default : gradients.Slice(at + width, width));
        }

        return sum / values.Length;
    }

    /// <param name="row">A row of pixels.</param>
    /// <param name="below">The next one; empty after the last.</param>
    /// <param name="scale">What gradients are multiplied with.</param>
    /// <param name="byRow">The gradient by the row.</param>
    /// <param name="byBelow">The gradient by the next one.</param>
    /// <returns>The sum over the row's pixels.</returns>
    private double AddRow(ReadOnlySpan<float> row, ReadOnlySpan<float> below, double scale, Span<float> byRow, Span<float> byBelow)
    {
        double sum = 0;
        for (int x = 0; x < row.Length; x++)
        {
            float right = x + 1 < row.Length ? row[x + 1] - row[x] : 0;
            float down = below.Length > 0 ? below[x] - row[x] : 0;
            double squares = ((double)right * right) + ((double)down * down);
            if (squares == 0)
            {
                continue;
            }

            // The derivative of squares^(exponent / 2) by squares, twice.
            double power = Exponent == 2 ? squares : Exponent == 1 ? Math.Sqrt(squares) : Math.Pow(squares, Exponent / 2);
            double factor = scale * Exponent * power / squares;
            sum += power;
            byRow[x] -= (float)(factor * (right + down));
            if (x + 1 < row.Length)
            {
                byRow[x + 1] += (float)(factor * right);
            }

            if (below.Length > 0)
            {
                byBelow[x] += (float)(factor * down);
            }
        }

        return sum;
    }
}
