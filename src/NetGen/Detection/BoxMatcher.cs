namespace NetGen;

/// <summary>
/// Says which true box an anchor or proposal is to learn: the one that it overlaps most, if by enough; none, if by little; and in between it is left out of the loss. Girshick 2015, "Fast
/// R-CNN", section 2.3, and Ren et al. 2015, "Faster R-CNN", section 3.1.2; torchvision's <c>Matcher</c>.
/// </summary>
public sealed class BoxMatcher
{
    /// <summary>What <see cref="Match"/> says of a box that shows the background.</summary>
    public const int Background = -1;

    /// <summary>What <see cref="Match"/> says of a box that is neither near enough to a true one nor far enough from all.</summary>
    public const int Between = -2;

    private readonly float _object;
    private readonly float _background;
    private readonly bool _keepsBest;

    /// <summary>Takes the limits.</summary>
    /// <param name="objectThreshold">The intersection over union from which a box is an object, from 0 to 1; 0.7 for the proposals of Faster R-CNN, 0.5 for its second stage.</param>
    /// <param name="backgroundThreshold">That below which it is background, from 0 to <paramref name="objectThreshold"/>; 0.3 and 0.5 there.</param>
    /// <param name="keepBest">Whether the boxes that overlap a true one most are its own however little that is, so that each has one (torchvision's <c>allow_low_quality_matches</c>).</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is out of range.</exception>
    public BoxMatcher(float objectThreshold, float backgroundThreshold, bool keepBest = false)
    {
        _object = AugmentationCheck.Probability(objectThreshold, nameof(objectThreshold));
        _background = backgroundThreshold >= 0 && backgroundThreshold <= objectThreshold
            ? backgroundThreshold
            : throw new ArgumentOutOfRangeException(nameof(backgroundThreshold), FormattableString.Invariant($"expected a number from 0 to {objectThreshold}, actual {backgroundThreshold}"));
        _keepsBest = keepBest;
    }

    /// <summary>Finds the true box of each box.</summary>
    /// <param name="truth">The true boxes of the image.</param>
    /// <param name="boxes">The anchors or proposals.</param>
    /// <param name="matches">Receives the number of the true box for each, <see cref="Background"/> or <see cref="Between"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="matches"/> has not as many values as there are boxes.</exception>
    public void Match(ReadOnlySpan<BoundingBox> truth, ReadOnlySpan<BoundingBox> boxes, Span<int> matches)
    {
        if (matches.Length != boxes.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected room for {boxes.Length} numbers, actual {matches.Length}"), nameof(matches));
        }

        double[] best = new double[truth.Length];
        int[] nearest = new int[boxes.Length];
        for (int i = 0; i < boxes.Length; i++)
        {
            double most = 0;
            for (int t = 0; t < truth.Length; t++)
            {
                double overlap = boxes[i].IoU(truth[t]);
                best[t] = Math.Max(best[t], overlap);
                if (overlap > most)
                {
                    (most, nearest[i]) = (overlap, t);
                }
            }

            matches[i] = truth.Length == 0 || most < _background ? Background : most < _object ? Between : nearest[i];
        }

        if (_keepsBest)
        {
            for (int i = 0; i < boxes.Length; i++)
            {
                for (int t = 0; t < truth.Length; t++)
                {
                    if (best[t] > 0 && boxes[i].IoU(truth[t]) == best[t])
                    {
                        matches[i] = nearest[i];
                    }
                }
            }
        }
    }
}
