namespace NetGen.Tests.Augmenting;

/// <summary>Bilinear resampling by its definition, in doubles, a pixel at a time.</summary>
internal static class PlainLoops
{
    internal static float[] Resampled(float[] image, int height, int width, AffineMatrix matrix, FillMode mode, float fill)
    {
        float[] result = new float[image.Length];
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double x = (matrix.XX * column) + (matrix.XY * row) + matrix.X;
                double y = (matrix.YX * column) + (matrix.YY * row) + matrix.Y;
                bool outside = x < 0 || y < 0 || x > width - 1 || y > height - 1;
                result[(row * width) + column] = mode == FillMode.Constant && outside ? fill : (float)Sum(x, y);
            }
        }

        return result;

        double Sum(double x, double y)
        {
            double sum = 0;
            for (int down = 0; down < 2; down++)
            {
                for (int right = 0; right < 2; right++)
                {
                    (int i, int j) = ((int)Math.Floor(y) + down, (int)Math.Floor(x) + right);
                    double share = (1 - Math.Abs(y - i)) * (1 - Math.Abs(x - j));
                    sum += share * image[(Place(i, height) * width) + Place(j, width)];
                }
            }

            return sum;
        }

        int Place(int index, int size)
        {
            // Walks back into the image step by step.
            while (index < 0 || index >= size)
            {
                index = mode switch
                {
                    FillMode.Reflect => index < 0 ? -1 - index : (2 * size) - 1 - index,
                    FillMode.Wrap => index < 0 ? index + size : index - size,
                    _ => Math.Clamp(index, 0, size - 1),
                };
            }

            return index;
        }
    }
}
