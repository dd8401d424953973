namespace NetGen;

/// <summary>What a <see cref="LearningRateFinder"/> found.</summary>
/// <param name="Points">The rates, rising, and the smoothed loss at each, up to where it exploded.</param>
public sealed record LearningRateCurve(IReadOnlyList<(double Rate, double Loss)> Points)
{
    /// <summary>The rate at which the loss falls fastest over the logarithm of the rate; <see langword="null"/> where it falls nowhere.</summary>
    public double? Steepest
    {
        get
        {
            double? best = null;
            double steepest = 0;
            for (int i = 1; i < Points.Count; i++)
            {
                double slope = (Points[i].Loss - Points[i - 1].Loss) / Math.Log(Points[i].Rate / Points[i - 1].Rate);
                if (slope < steepest)
                {
                    steepest = slope;
                    best = Points[i].Rate;
                }
            }

            return best;
        }
    }

    /// <summary>A tenth of the rate with the least loss, the usual choice; <see langword="null"/> without points.</summary>
    public double? TenthOfLeast => Points.Count == 0 ? null : Points.MinBy(p => p.Loss).Rate / 10;
}
