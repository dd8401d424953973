namespace NetGen.Tests.Models;

/// <summary>Derivatives by central differences.</summary>
internal static class Differences
{
    /// <summary>The derivative of a function by a value, which is set back.</summary>
    public static double Of(Func<double> function, Action<float> set, float value)
    {
        float high = value + 2e-3f;
        float low = value - 2e-3f;
        set(high);
        double above = function();
        set(low);
        double below = function();
        set(value);
        return (above - below) / ((double)high - low);
    }
}
