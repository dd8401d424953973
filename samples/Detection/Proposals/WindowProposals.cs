using NetGen;

namespace Detection;

/// <summary>
/// Windows that stand out from what is around them, found without a network: of squares of several sizes all over the picture those whose mean colour differs most from that of the ring around them.
/// It stands where Fast R-CNN has selective search (Uijlings et al. 2013), which looks for regions of one colour.
/// </summary>
internal sealed class WindowProposals
{
    private const float Overlap = 0.6f;
    private const int Most = 3 * CellDetector.Regions;

    private static readonly int[] s_sizes = [16, 24, 36, 48, 60, 84, 112];

    private readonly double[][] _sums = [.. Enumerable.Range(0, 3).Select(_ => new double[(BloodCells.Height + 1) * (BloodCells.Width + 1)])];

    /// <summary>The windows of a picture whose pixels are planes of red, green and blue.</summary>
    public BoundingBox[] Find(ReadOnlySpan<float> pixels)
    {
        for (int channel = 0; channel < 3; channel++)
        {
            Sum(pixels.Slice(channel * BloodCells.Height * BloodCells.Width, BloodCells.Height * BloodCells.Width), _sums[channel]);
        }

        List<BoundingBox> boxes = [];
        List<float> scores = [];
        foreach (int size in s_sizes)
        {
            int step = Math.Max(4, size / 6);
            for (int top = 0; top + (size * 2 / 3) <= BloodCells.Height; top += step)
            {
                for (int left = 0; left + (size * 2 / 3) <= BloodCells.Width; left += step)
                {
                    BoundingBox box = new BoundingBox(left, top, left + size, top + size).ClipTo(BloodCells.Width, BloodCells.Height);
                    boxes.Add(box);
                    scores.Add(Contrast(box, size / 4));
                }
            }
        }

        BoundingBox[] all = [.. boxes];
        return [.. Boxes.NonMaximumSuppression(all, [.. scores], Overlap, Most).Select(i => all[i])];
    }

    /// <summary>How far the mean colour of a box is from that of the ring around it.</summary>
    private float Contrast(BoundingBox box, int ring)
    {
        BoundingBox outer = new BoundingBox(box.Left - ring, box.Top - ring, box.Right + ring, box.Bottom + ring).ClipTo(BloodCells.Width, BloodCells.Height);
        double distance = 0;
        foreach (double[] sums in _sums)
        {
            double inside = In(sums, box);
            double difference = (inside / box.Area) - ((In(sums, outer) - inside) / (outer.Area - box.Area));
            distance += difference * difference;
        }

        return (float)Math.Sqrt(distance);
    }

    /// <summary>The sum over a box of whole pixels.</summary>
    private static double In(double[] sums, BoundingBox box)
    {
        const int Row = BloodCells.Width + 1;
        (int left, int top, int right, int bottom) = ((int)box.Left, (int)box.Top, (int)box.Right, (int)box.Bottom);
        return sums[(bottom * Row) + right] - sums[(top * Row) + right] - sums[(bottom * Row) + left] + sums[(top * Row) + left];
    }

    /// <summary>The sums over all boxes from the upper left corner.</summary>
    private static void Sum(ReadOnlySpan<float> plane, double[] sums)
    {
        const int Row = BloodCells.Width + 1;
        for (int y = 0; y < BloodCells.Height; y++)
        {
            double line = 0;
            for (int x = 0; x < BloodCells.Width; x++)
            {
                line += plane[(y * BloodCells.Width) + x];
                sums[((y + 1) * Row) + x + 1] = sums[(y * Row) + x + 1] + line;
            }
        }
    }
}
