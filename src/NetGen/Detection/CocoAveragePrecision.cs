namespace NetGen;

/// <summary>
/// The mean average precision of detections as the COCO challenge takes it (Lin et al. 2014, "Microsoft COCO: Common Objects in Context"; <c>COCOeval</c> of its program): precision at 101
/// recalls, by default over ten thresholds of the intersection over union from 0.5 to 0.95.
/// </summary>
/// <remarks>
/// <para>In an image each detection, by falling score and at most 100 of a class, takes the free true box that it overlaps most, if by the threshold or more; of equal overlaps the last. A true
/// box that is a crowd, or whose area is not asked for, is taken only where no other fits, and such detections count for nothing, nor do those that take none and whose area is not asked for.
/// A crowd is never used up, and what of a detection lies in it counts as overlap.</para>
/// <para>A true box's area is that of the box; COCO's files have that of the object's outline. <see cref="LabelledBox.IsDifficult"/> is not looked at.</para>
/// </remarks>
public sealed class CocoAveragePrecision
{
    /// <summary>Detections of a class in an image that count.</summary>
    private const int MostDetections = 100;

    private readonly List<CocoImage> _images = [];

    /// <summary>Makes an empty one.</summary>
    /// <param name="classes">How many classes there are, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is under 1.</exception>
    public CocoAveragePrecision(int classes) => Classes = Check.AtLeastOne(classes, nameof(classes));

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>Images that were added.</summary>
    public int Images => _images.Count;

    /// <summary>The challenge's figure: the mean over classes and thresholds from 0.5 to 0.95.</summary>
    public double Value => Mean(Thresholds(0.5, 0.95));

    /// <summary>The mean over the classes at a threshold of 0.5.</summary>
    public double Ap50 => Mean([0.5]);

    /// <summary>The mean over the classes at a threshold of 0.75.</summary>
    public double Ap75 => Mean([0.75]);

    /// <summary>As <see cref="Value"/>, of objects of up to 32² pixels.</summary>
    public double SmallObjects => Mean(Thresholds(0.5, 0.95), 0, 32 * 32);

    /// <summary>As <see cref="Value"/>, of objects of 32² to 96² pixels.</summary>
    public double MediumObjects => Mean(Thresholds(0.5, 0.95), 32 * 32, 96 * 96);

    /// <summary>As <see cref="Value"/>, of objects of 96² pixels or more.</summary>
    public double LargeObjects => Mean(Thresholds(0.5, 0.95), 96 * 96);

    /// <summary>Adds an image.</summary>
    /// <param name="detections">What was found in it.</param>
    /// <param name="truth">What is in it.</param>
    /// <exception cref="ArgumentException">A class is none of <see cref="Classes"/>, or a score is not a number.</exception>
    public void Add(IReadOnlyList<DetectedBox> detections, IReadOnlyList<LabelledBox> truth)
    {
        DetectionCheck.Image(detections, truth, Classes);
        _images.Add(new CocoImage([.. detections], [.. truth]));
    }

    /// <summary>The average precision of a class at a threshold.</summary>
    /// <param name="label">The class.</param>
    /// <param name="threshold">The intersection over union of a right detection, over 0 and up to 1.</param>
    /// <param name="leastArea">The area of the smallest object that counts.</param>
    /// <param name="mostArea">That of the largest.</param>
    /// <returns>0 to 1; not a number where no true box that counts is of the class.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class, or the threshold is out of range.</exception>
    public double Of(int label, double threshold = 0.5, double leastArea = 0, double mostArea = 1e10)
    {
        Check.InRange(label, 0, Classes - 1, nameof(label));
        if (threshold is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), FormattableString.Invariant($"expected a number over 0 and up to 1, actual {threshold}"));
        }

        List<CocoVerdict> verdicts = [];
        int positives = _images.Sum(image => image.Judge(label, threshold, leastArea, mostArea, MostDetections, verdicts));
        return positives == 0 ? double.NaN : At101Recalls([.. verdicts.OrderByDescending(v => v.Score)], positives);
    }

    private double Mean(double[] thresholds, double leastArea = 0, double mostArea = 1e10)
    {
        double[] values =
        [
            .. Enumerable.Range(0, Classes)
                .SelectMany(c => thresholds.Select(t => Of(c, t, leastArea, mostArea)))
                .Where(v => !double.IsNaN(v)),
        ];
        return values.Length == 0 ? 0 : values.Average();
    }

    /// <summary>Steps of 0.05, without the error of adding them up.</summary>
    private static double[] Thresholds(double first, double last) => [.. Enumerable.Range(0, (int)Math.Round((last - first) / 0.05) + 1).Select(i => first + (i * (last - first) / 9))];

    private static double At101Recalls(CocoVerdict[] verdicts, int positives)
    {
        double[] recalls = new double[verdicts.Length];
        double[] precisions = new double[verdicts.Length];
        (int right, int wrong) = (0, 0);
        for (int i = 0; i < verdicts.Length; i++)
        {
            right += verdicts[i].IsRight ? 1 : 0;
            wrong += verdicts[i].IsRight ? 0 : 1;
            recalls[i] = (double)right / positives;
            precisions[i] = (double)right / (right + wrong);
        }

        for (int i = verdicts.Length - 1; i > 0; i--)
        {
            precisions[i - 1] = Math.Max(precisions[i - 1], precisions[i]);
        }

        double sum = 0;
        int place = 0;
        for (int percent = 0; percent <= 100; percent++)
        {
            while (place < recalls.Length && recalls[place] < percent / 100.0)
            {
                place++;
            }

            sum += place < recalls.Length ? precisions[place] : 0;
        }

        return sum / 101;
    }
}
