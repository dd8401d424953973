namespace NetGen;

/// <summary>What is done with many boxes at a time.</summary>
public static class Boxes
{
    /// <summary>The intersection over union of each box of one list with each of another: torchvision's <c>box_iou</c>.</summary>
    /// <param name="rows">The first list.</param>
    /// <param name="columns">The second list.</param>
    /// <param name="overlaps">Receives rows × columns values, row after row.</param>
    /// <exception cref="ArgumentException"><paramref name="overlaps"/> has another length.</exception>
    public static void IoU(ReadOnlySpan<BoundingBox> rows, ReadOnlySpan<BoundingBox> columns, Span<float> overlaps)
    {
        if (overlaps.Length != (long)rows.Length * columns.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected room for {rows.Length} × {columns.Length} values, actual {overlaps.Length}"), nameof(overlaps));
        }

        for (int r = 0; r < rows.Length; r++)
        {
            Span<float> row = overlaps.Slice(r * columns.Length, columns.Length);
            for (int c = 0; c < row.Length; c++)
            {
                row[c] = (float)rows[r].IoU(columns[c]);
            }
        }
    }

    /// <summary>
    /// Keeps of boxes that overlap the one with the highest score: from the highest on, each box that none kept before overlaps by more than the threshold. torchvision's <c>nms</c>.
    /// </summary>
    /// <param name="boxes">The boxes.</param>
    /// <param name="scores">The score of each; of equal ones the first counts as higher.</param>
    /// <param name="threshold">The intersection over union above which a box goes, from 0 to 1; 0.3 to 0.7 usually.</param>
    /// <param name="most">How many to keep at most, 1 or more: the search ends with the last of them, which of thousands of boxes saves nearly all the work. TensorFlow's <c>max_output_size</c>.</param>
    /// <returns>The places of the boxes that are kept, the highest score first.</returns>
    /// <exception cref="ArgumentException">There are not as many scores as boxes, a score is not a number, or the threshold or <paramref name="most"/> is out of range.</exception>
    public static int[] NonMaximumSuppression(ReadOnlySpan<BoundingBox> boxes, ReadOnlySpan<float> scores, float threshold, int most = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (threshold is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), FormattableString.Invariant($"expected a number from 0 to 1, actual {threshold}"));
        }

        int[] order = ByScore(boxes.Length, scores);
        int kept = 0;
        for (int i = 0; i < order.Length && kept < most; i++)
        {
            BoundingBox box = boxes[order[i]];
            bool isCovered = false;
            for (int k = 0; k < kept && !isCovered; k++)
            {
                isCovered = box.IoU(boxes[order[k]]) > threshold;
            }

            if (!isCovered)
            {
                order[kept++] = order[i];
            }
        }

        return order[..kept];
    }

    /// <summary>The same for detections of several classes, each class by itself: torchvision's <c>batched_nms</c>.</summary>
    /// <param name="detections">The detections of one image.</param>
    /// <param name="threshold">The intersection over union above which a box goes, from 0 to 1.</param>
    /// <returns>Those that are kept, the highest score first; of equal ones the first given.</returns>
    /// <exception cref="ArgumentException">A score is not a number, or the threshold is out of range.</exception>
    public static DetectedBox[] NonMaximumSuppression(IReadOnlyList<DetectedBox> detections, float threshold)
    {
        ArgumentNullException.ThrowIfNull(detections);
        List<int> kept = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, detections.Count).GroupBy(i => detections[i].Class))
        {
            int[] places = [.. group];
            BoundingBox[] boxes = [.. places.Select(i => detections[i].Box)];
            float[] scores = [.. places.Select(i => detections[i].Score)];
            kept.AddRange(NonMaximumSuppression(boxes, scores, threshold).Select(k => places[k]));
        }

        kept.Sort();
        return [.. kept.Select(i => detections[i]).OrderByDescending(d => d.Score)];
    }

    /// <summary>The places of boxes by falling score; of equal ones the first given.</summary>
    private static int[] ByScore(int count, ReadOnlySpan<float> scores)
    {
        if (scores.Length != count)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a score for each of {count} boxes, actual {scores.Length}"), nameof(scores));
        }

        (float Score, int Place)[] pairs = new (float, int)[count];
        for (int i = 0; i < count; i++)
        {
            pairs[i] = !float.IsNaN(scores[i])
                ? (scores[i], i)
                : throw new ArgumentException(FormattableString.Invariant($"score {i}: expected a number, actual {scores[i]}"), nameof(scores));
        }

        Array.Sort(pairs, static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Place.CompareTo(b.Place));
        return [.. pairs.Select(p => p.Place)];
    }
}
