using NetGen;

namespace Digits;

/// <summary>The distributions that drawing needs.</summary>
internal static class RandomNumbers
{
    /// <summary>Uniform from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static float Between(this ref RandomSource random, float low, float high) => low + (high - low) * random.NextSingle();

    /// <summary>Nearly normal with deviation 1: the sum of four uniform numbers is close enough for the noise of pixels.</summary>
    public static float Bell(this ref RandomSource random)
    {
        float sum = random.NextSingle() + random.NextSingle() + random.NextSingle() + random.NextSingle();
        return (sum - 2) * 1.732f;
    }
}
