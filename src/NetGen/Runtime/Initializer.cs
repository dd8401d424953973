using System.Text;

namespace NetGen.Runtime;

/// <summary>Gives parameters their first values.</summary>
internal static class Initializer
{
    /// <summary>Fills all parameters; each has a sequence of its own, so that a layer added at the end changes none before it.</summary>
    public static void Fill(ParameterSet parameters, IReadOnlyList<ParameterInfo> declared, ulong seed)
    {
        for (int i = 0; i < declared.Count; i++)
        {
            ParameterInfo info = declared[i];
            Span<float> values = parameters[i].Edit();
            switch (info.Initialization)
            {
                case Initialization.Zero:
                    values.Clear();
                    break;
                case Initialization.One:
                    values.Fill(1);
                    break;
                case Initialization.Quarter:
                    values.Fill(0.25f);
                    break;
                case Initialization.HeNormal:
                    FillNormal(values, info.Scale * Math.Sqrt(2.0 / info.FanIn), new RandomSource(seed, i, 0));
                    break;
                case Initialization.XavierNormal:
                    FillNormal(values, info.Scale * Math.Sqrt(2.0 / ((long)info.FanIn + info.FanOut)), new RandomSource(seed, i, 0));
                    break;
                case Initialization.Normal:
                    FillNormal(values, info.Scale, new RandomSource(seed, i, 0));
                    Move(values, info.Mean);
                    break;
                case Initialization.Uniform:
                    FillUniform(values, info.Scale, new RandomSource(seed, i, 0));
                    Move(values, info.Mean);
                    break;
                case Initialization.HeUniform:
                    FillUniform(values, info.Scale * Math.Sqrt(6.0 / info.FanIn), new RandomSource(seed, i, 0));
                    break;
                case Initialization.XavierUniform:
                    FillUniform(values, info.Scale * Math.Sqrt(6.0 / ((long)info.FanIn + info.FanOut)), new RandomSource(seed, i, 0));
                    break;
                case Initialization.Orthogonal:
                    FillNormal(values, 1, new RandomSource(seed, i, 0));
                    OrthonormalMatrix.Make(values, info.Shape[0], info.Scale);
                    break;
                case Initialization.Unit:
                    FillNormal(values, 1, new RandomSource(seed, i, 0));
                    SpectralNorm.Scale(values);
                    break;
                case Initialization.PlusMinusOne:
                    FillSigns(values, new RandomSource(seed, i, 0));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(declared), info.Initialization, "unknown initialization");
            }

            if (info.ZeroRow is { } zero)
            {
                int size = values.Length / info.Shape[0];
                values.Slice(zero * size, size).Clear();
            }

            if (info.Connections is { } connections)
            {
                SparseWeights.Clear(values, info.Shape[0], info.Shape[1], Encoding.ASCII.GetBytes(connections));
            }
        }

        foreach (SpectralNorm norm in parameters.SpectralNorms)
        {
            norm.Iterate(SpectralNorm.FirstRounds);
        }
    }

    private static void FillSigns(Span<float> values, RandomSource random)
    {
        foreach (ref float value in values)
        {
            value = random.Next(2) == 0 ? -1 : 1;
        }
    }

    private static void FillUniform(Span<float> values, double half, RandomSource random)
    {
        foreach (ref float value in values)
        {
            value = (float)(half * ((2.0 * random.NextSingle()) - 1));
        }
    }

    private static void Move(Span<float> values, float mean)
    {
        if (mean != 0)
        {
            foreach (ref float value in values)
            {
                value += mean;
            }
        }
    }

    /// <summary>Normal values of mean 0 by the polar form of Box and Muller (Knuth, The Art of Computer Programming 2, section 3.4.1, algorithm P).</summary>
    private static void FillNormal(Span<float> values, double deviation, RandomSource random)
    {
        for (int i = 0; i < values.Length; i += 2)
        {
            double u, v, s;
            do
            {
                u = (2.0 * random.NextSingle()) - 1;
                v = (2.0 * random.NextSingle()) - 1;
                s = (u * u) + (v * v);
            }
            while (s >= 1 || s == 0);
            double factor = deviation * Math.Sqrt(-2 * Math.Log(s) / s);
            values[i] = (float)(u * factor);
            if (i + 1 < values.Length)
            {
                values[i + 1] = (float)(v * factor);
            }
        }
    }
}
