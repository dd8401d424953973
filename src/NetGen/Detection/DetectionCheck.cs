namespace NetGen;

/// <summary>Refuses boxes that a metric cannot count.</summary>
internal static class DetectionCheck
{
    public static void Image(IReadOnlyList<DetectedBox> detections, IReadOnlyList<LabelledBox> truth, int classes)
    {
        ArgumentNullException.ThrowIfNull(detections);
        ArgumentNullException.ThrowIfNull(truth);
        for (int i = 0; i < detections.Count; i++)
        {
            Class(detections[i].Class, classes, "detection", i, nameof(detections));
            if (float.IsNaN(detections[i].Score))
            {
                throw new ArgumentException(FormattableString.Invariant($"detection {i}: expected a number as its score, actual {detections[i].Score}"), nameof(detections));
            }
        }

        for (int i = 0; i < truth.Count; i++)
        {
            Class(truth[i].Class, classes, "true box", i, nameof(truth));
        }
    }

    private static void Class(int label, int classes, string what, int index, string name)
    {
        if ((uint)label >= (uint)classes)
        {
            throw new ArgumentException(FormattableString.Invariant($"{what} {index}: expected a class from 0 to {classes - 1}, actual {label}"), name);
        }
    }
}
