namespace NetGen.Images;

/// <summary>Which pixels of a line each new pixel is made of, and with what weights (Pillow's rule: the filter is stretched by how much a line shrinks).</summary>
/// <remarks>Weights are whole numbers, so that a picture comes out the same on every machine.</remarks>
internal sealed class ResizeTaps
{
    /// <summary>The weights of a new pixel add up to 1 &lt;&lt; this: with a byte and cubic overshoots a sum still fits 32 bits.</summary>
    public const int Precision = 22;

    private readonly int _most;
    private readonly int[] _first;
    private readonly int[] _count;
    private readonly int[] _weights;

    /// <exception cref="ArgumentException">There are too many weights.</exception>
    public ResizeTaps(int from, int to, ResizeFilter filter, string name)
    {
        (double radius, Func<double, double> curve) = filter == ResizeFilter.Bicubic ? (2.0, (Func<double, double>)Cubic) : (1.0, Triangle);
        double scale = (double)from / to;
        double stretch = Math.Max(scale, 1);
        double support = radius * stretch;
        _most = Math.Min(((int)Math.Ceiling(support) * 2) + 1, from);
        _first = new int[to];
        _count = new int[to];
        _weights = new int[PictureShape.Size(1, to, _most, name)];
        double[] weights = new double[_most];
        for (int i = 0; i < to; i++)
        {
            double centre = (i + 0.5) * scale;
            int first = Math.Max((int)(centre - support + 0.5), 0);
            int count = Math.Min((int)(centre + support + 0.5), from) - first;
            double sum = 0;
            for (int k = 0; k < count; k++)
            {
                weights[k] = curve((first + k - centre + 0.5) / stretch);
                sum += weights[k];
            }

            for (int k = 0; k < count; k++)
            {
                _weights[(i * _most) + k] = (int)Math.Round(weights[k] / sum * (1 << Precision), MidpointRounding.AwayFromZero);
            }

            _first[i] = first;
            _count[i] = count;
        }
    }

    /// <summary>The first pixel that a new one is made of.</summary>
    public int First(int index) => _first[index];

    /// <summary>The weights of that pixel and of those after it.</summary>
    public ReadOnlySpan<int> Weights(int index) => _weights.AsSpan(index * _most, _count[index]);

    private static double Triangle(double x) => Math.Max(0, 1 - Math.Abs(x));

    /// <summary>Keys 1981, equation 15 with a = -0.5.</summary>
    private static double Cubic(double x)
    {
        const double A = -0.5;
        x = Math.Abs(x);
        return x < 1 ? ((((A + 2) * x) - (A + 3)) * x * x) + 1
            : x < 2 ? ((((x - 5) * x) + 8) * x - 4) * A
            : 0;
    }
}
