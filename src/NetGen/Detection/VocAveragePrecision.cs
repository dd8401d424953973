namespace NetGen;

/// <summary>
/// The mean average precision of detections as the Pascal VOC challenge takes it (Everingham et al. 2010, "The Pascal Visual Object Classes Challenge", section 4.2), by class and over the classes.
/// </summary>
/// <remarks>
/// <para>Detections of a class are taken by falling score over all images, of equal scores the earlier added first. One is right if the true box that it overlaps most, it overlaps by more than
/// the threshold and no detection of a higher score had it; a second one of the same box is wrong. Difficult boxes count neither way.</para>
/// <para>VOC's own boxes are of whole pixels that include the last ones, so that its program adds 1 to every side (<c>VOCevaldet.m</c>, <c>voc_eval.py</c> of py-faster-rcnn); that is what
/// <see cref="InclusivePixels"/> is for.</para>
/// </remarks>
public sealed class VocAveragePrecision
{
    private readonly List<DetectedBox> _detections = [];
    private readonly List<int> _imageOf = [];
    private readonly List<LabelledBox[]> _truth = [];

    /// <summary>Makes an empty one.</summary>
    /// <param name="classes">How many classes there are, 1 or more.</param>
    /// <param name="threshold">The intersection over union that a right detection is over, from 0 to under 1.</param>
    /// <param name="form">How the average follows from the curve.</param>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public VocAveragePrecision(int classes, double threshold = 0.5, AveragePrecisionForm form = AveragePrecisionForm.Area)
    {
        Classes = Check.AtLeastOne(classes, nameof(classes));
        Threshold = Check.UnderOne(threshold, nameof(threshold));
        Form = Enum.IsDefined(form) ? form : throw new ArgumentOutOfRangeException(nameof(form), FormattableString.Invariant($"expected an AveragePrecisionForm, actual {(int)form}"));
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>The intersection over union that a right detection is over.</summary>
    public double Threshold { get; }

    /// <summary>How the average follows from the curve.</summary>
    public AveragePrecisionForm Form { get; }

    /// <summary>Whether boxes are of whole pixels whose right and bottom are the last ones within, as in VOC's own files.</summary>
    public bool InclusivePixels { get; init; }

    /// <summary>Images that were added.</summary>
    public int Images => _truth.Count;

    /// <summary>The mean over the classes that occur among the true boxes; 0 where there are none.</summary>
    public double Value
    {
        get
        {
            double[] values = [.. Enumerable.Range(0, Classes).Select(Of).Where(v => !double.IsNaN(v))];
            return values.Length == 0 ? 0 : values.Average();
        }
    }

    /// <summary>Adds an image.</summary>
    /// <param name="detections">What was found in it.</param>
    /// <param name="truth">What is in it.</param>
    /// <exception cref="ArgumentException">A class is none of <see cref="Classes"/>, or a score is not a number.</exception>
    public void Add(IReadOnlyList<DetectedBox> detections, IReadOnlyList<LabelledBox> truth)
    {
        DetectionCheck.Image(detections, truth, Classes);
        _detections.AddRange(detections);
        _imageOf.AddRange(Enumerable.Repeat(_truth.Count, detections.Count));
        _truth.Add([.. truth]);
    }

    /// <summary>The average precision of a class.</summary>
    /// <param name="label">The class.</param>
    /// <returns>0 to 1; not a number where no true box that counts is of the class.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Of(int label)
    {
        Check.InRange(label, 0, Classes - 1, nameof(label));
        int positives = _truth.Sum(image => image.Count(t => t.Class == label && !t.IsDifficult));
        if (positives == 0)
        {
            return double.NaN;
        }

        int[] order = [.. Enumerable.Range(0, _detections.Count).Where(i => _detections[i].Class == label).OrderByDescending(i => _detections[i].Score)];
        bool[][] found = [.. _truth.Select(image => new bool[image.Length])];
        List<(double Recall, double Precision)> curve = [];
        (int right, int wrong) = (0, 0);
        foreach (int i in order)
        {
            bool? verdict = Judge(_detections[i], _truth[_imageOf[i]], found[_imageOf[i]]);
            right += verdict == true ? 1 : 0;
            wrong += verdict == false ? 1 : 0;
            curve.Add(((double)right / positives, right + wrong > 0 ? (double)right / (right + wrong) : 0));
        }

        return Form == AveragePrecisionForm.Area ? Area(curve) : ElevenPoints(curve);
    }

    /// <summary>Whether a detection is right; null where it does not count.</summary>
    private bool? Judge(DetectedBox detection, LabelledBox[] truth, bool[] found)
    {
        double most = double.NegativeInfinity;
        int nearest = -1;
        for (int t = 0; t < truth.Length; t++)
        {
            if (truth[t].Class == detection.Class && Overlap(detection.Box, truth[t].Box) is var overlap && overlap > most)
            {
                (most, nearest) = (overlap, t);
            }
        }

        if (!(most > Threshold))
        {
            return false;
        }

        if (truth[nearest].IsDifficult)
        {
            return null;
        }

        bool isFirst = !found[nearest];
        found[nearest] = true;
        return isFirst;
    }

    private double Overlap(BoundingBox a, BoundingBox b) => InclusivePixels ? Widened(a).IoU(Widened(b)) : a.IoU(b);

    private static BoundingBox Widened(BoundingBox box) => box with { Right = box.Right + 1, Bottom = box.Bottom + 1 };

    private static double Area(List<(double Recall, double Precision)> curve)
    {
        double area = 0;
        double precision = 0;
        for (int i = curve.Count - 1; i >= 0; i--)
        {
            precision = Math.Max(precision, curve[i].Precision);
            area += (curve[i].Recall - (i > 0 ? curve[i - 1].Recall : 0)) * precision;
        }

        return area;
    }

    private static double ElevenPoints(List<(double Recall, double Precision)> curve)
    {
        double sum = 0;
        for (int tenth = 0; tenth <= 10; tenth++)
        {
            sum += curve.Where(p => p.Recall >= tenth * 0.1).Select(p => p.Precision).DefaultIfEmpty(0).Max();
        }

        return sum / 11;
    }
}
