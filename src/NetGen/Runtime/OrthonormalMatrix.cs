namespace NetGen.Runtime;

/// <summary>Makes matrices of normal values orthonormal, so that every such matrix is as likely as any other (Mezzadri 2007, "How to generate random matrices from the classical compact groups", section 5).</summary>
internal static class OrthonormalMatrix
{
    /// <summary>Makes the rows orthonormal, or where there are more rows than columns the columns: the Q of a QR decomposition whose R has a positive diagonal, as PyTorch's <c>orthogonal_</c> takes it.</summary>
    /// <param name="values">The matrix, row after row; independent normal values.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="gain">What it is then multiplied with.</param>
    public static void Make(Span<float> values, int rows, double gain)
    {
        int columns = values.Length / rows;
        bool byRows = rows <= columns;
        int count = byRows ? rows : columns;
        int length = byRows ? columns : rows;
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++)
        {
            double[] vector = vectors[i] = new double[length];
            for (int j = 0; j < length; j++)
            {
                vector[j] = values[byRows ? (i * columns) + j : (j * columns) + i];
            }

            // Twice, since what the first time leaves by rounding is as large as what little may be left of the vector.
            for (int time = 0; time < 2; time++)
            {
                for (int before = 0; before < i; before++)
                {
                    Subtract(vector, vectors[before]);
                }
            }

            double norm = Math.Sqrt(Product(vector, vector));
            for (int j = 0; j < length; j++)
            {
                vector[j] /= norm;
                values[byRows ? (i * columns) + j : (j * columns) + i] = (float)(gain * vector[j]);
            }
        }
    }

    private static void Subtract(double[] vector, double[] direction)
    {
        double product = Product(vector, direction);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] -= product * direction[i];
        }
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
