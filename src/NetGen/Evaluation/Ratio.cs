namespace NetGen;

/// <summary>Ratios of counts.</summary>
internal static class Ratio
{
    /// <summary>The ratio, and 0 where there is nothing to divide by, as scikit-learn's <c>zero_division=0</c>.</summary>
    public static double Of(double part, double whole) => whole == 0 ? 0 : part / whole;
}
