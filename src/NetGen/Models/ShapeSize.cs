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

    /// <summary>Whether it is (steps, features), where the features of a step follow each other; of images the values of a channel do.</summary>
    public static bool IsSequence(IReadOnlyList<int> shape) => shape.Count == 2;

    /// <summary>The size of the axis that classes lie along.</summary>
    public static int ClassesOf(IReadOnlyList<int> shape) => IsSequence(shape) ? shape[1] : shape[0];
}
