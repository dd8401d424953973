namespace NetGen;

/// <summary>The number of elements of a shape.</summary>
internal static class ShapeSize
{
    /// <summary>The product of the sizes.</summary>
    /// <exception cref="OverflowException">It is no <see cref="int"/>.</exception>
    public static int Of(IReadOnlyList<int> shape)
    {
        int product = 1;
        for (int i = 0; i < shape.Count; i++)
        {
            product = checked(product * shape[i]);
        }

        return product;
    }
}
