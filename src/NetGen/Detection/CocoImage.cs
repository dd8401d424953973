namespace NetGen;

/// <summary>An image's boxes, matched by COCO's rules.</summary>
internal sealed class CocoImage(DetectedBox[] detections, LabelledBox[] truth)
{
    /// <summary>Matches a class's detections with its true boxes.</summary>
    /// <param name="label">The class.</param>
    /// <param name="threshold">The least overlap.</param>
    /// <param name="leastArea">The area of the smallest object that counts.</param>
    /// <param name="mostArea">That of the largest.</param>
    /// <param name="most">How many detections count.</param>
    /// <param name="verdicts">Receives what is said of the detections that count, by falling score.</param>
    /// <returns>The true boxes that count.</returns>
    public int Judge(int label, double threshold, double leastArea, double mostArea, int most, List<CocoVerdict> verdicts)
    {
        // Boxes that count come first, so that they are taken first.
        LabelledBox[] boxes = [.. truth.Where(t => t.Class == label).OrderBy(IsIgnored)];
        bool[] taken = new bool[boxes.Length];
        int counting = boxes.Count(b => !IsIgnored(b));
        foreach (DetectedBox detection in detections.Where(d => d.Class == label).OrderByDescending(d => d.Score).Take(most))
        {
            int match = Match(detection.Box, boxes, taken, counting, threshold);
            if (match >= 0)
            {
                taken[match] = true;
            }

            bool isIgnored = match >= 0 ? match >= counting : !IsAskedFor(detection.Box);
            if (!isIgnored)
            {
                verdicts.Add(new CocoVerdict(detection.Score, match >= 0));
            }
        }

        return counting;

        bool IsAskedFor(BoundingBox box) => box.Area >= leastArea && box.Area <= mostArea;

        bool IsIgnored(LabelledBox box) => box.IsCrowd || !IsAskedFor(box.Box);
    }

    /// <summary>The true box that a detection takes; -1 where none fits.</summary>
    private static int Match(BoundingBox detection, LabelledBox[] boxes, bool[] taken, int counting, double threshold)
    {
        // As there: a threshold of 1 allows for rounding.
        double best = Math.Min(threshold, 1 - 1e-10);
        int match = -1;
        for (int b = 0; b < boxes.Length && !(match >= 0 && match < counting && b >= counting); b++)
        {
            double overlap = boxes[b].IsCrowd ? Share(detection, boxes[b].Box) : detection.IoU(boxes[b].Box);
            if ((!taken[b] || boxes[b].IsCrowd) && overlap >= best)
            {
                (best, match) = (overlap, b);
            }
        }

        return match;
    }

    /// <summary>How much of a detection lies in a crowd.</summary>
    private static double Share(BoundingBox detection, BoundingBox crowd) => detection.Area > 0 ? detection.Intersect(crowd).Area / detection.Area : 0;
}
