using Shouldly;

namespace NetGen.Distributed.Tests;

/// <summary>Weights against weights.</summary>
internal static class Weights
{
    /// <summary>Every value of a model, running statistics among them.</summary>
    public static float[] Of(Model model) => [.. model.Parameters.SelectMany(p => p.Values.ToArray())];

    /// <summary>Relative to the largest value of all.</summary>
    public static void ShouldBeNear(float[] actual, float[] expected, double tolerance = 1e-5)
    {
        actual.Length.ShouldBe(expected.Length);
        double largest = expected.Max(Math.Abs);
        double difference = actual.Zip(expected, (a, e) => Math.Abs((double)a - e)).Max();
        (difference / largest).ShouldBeLessThan(tolerance);
    }
}
