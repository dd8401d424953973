namespace NetGen.Generators.IR;

/// <summary>Products of sizes that stop at the largest number instead of turning negative.</summary>
internal static class Sizes
{
    /// <summary>The largest number of values in one parameter, and in all of a model.</summary>
    public const long Largest = int.MaxValue;

    /// <summary>
    /// The largest number of values in one image's value, as it lies in memory: two gibibytes. Kernels count with ints inside an image, so it must stay
    /// well under their range, with a border as well.
    /// </summary>
    public const long LargestImage = 1 << 29;

    /// <summary>The most channels, filters, units, groups, rows or columns that a setting may name.</summary>
    public const int MostChannels = 1 << 24;

    /// <summary>The most pixels that a setting may name of which products are taken: a kernel, a step, a border.</summary>
    public const int MostPixels = short.MaxValue;

    /// <summary>Whether a value of channels at each of so many positions is small enough.</summary>
    public static bool Fits(long channels, long positions) =>
        Product(channels > LargestImage ? channels : Plane.PitchOf((int)channels), positions) <= LargestImage;

    /// <summary>Whether an image's value is small enough, its channels padded to whole vectors.</summary>
    public static bool Fits(long c, long h, long w) => Fits(c, Product(h, w));

    /// <summary>The product of two numbers that are not negative.</summary>
    public static long Product(long first, long second) =>
        first == 0 || second == 0 ? 0 : first > long.MaxValue / second ? long.MaxValue : first * second;

    /// <summary>The product of three; every layer asks for some, so they make no array.</summary>
    public static long Product(long first, long second, long third) => Product(Product(first, second), third);

    /// <summary>The product of numbers that are not negative.</summary>
    public static long Product(params long[] factors)
    {
        long product = 1;
        foreach (long factor in factors)
        {
            if (factor == 0)
            {
                return 0;
            }

            product = product > long.MaxValue / factor ? long.MaxValue : product * factor;
        }

        return product;
    }

    /// <summary>The product as an int, at most the largest one.</summary>
    public static int Clamped(params long[] factors) => (int)Math.Min(Product(factors), int.MaxValue);
}
