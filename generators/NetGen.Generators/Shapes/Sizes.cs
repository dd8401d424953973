namespace NetGen.Generators.Shapes;

/// <summary>Products of sizes that stop at the largest number instead of turning negative.</summary>
internal static class Sizes
{
    /// <summary>The largest number of values in one image's value, or in one parameter.</summary>
    public const long Largest = int.MaxValue;

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
