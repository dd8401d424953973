using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>
/// What is no number, infinite, zero of either sign, denormal or nearly too large goes through every kernel as it does through PyTorch's: it is shown, and
/// never turned into something plausible.
/// </summary>
internal static class SpecialCases
{
    private static readonly float[] s_values =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, 1e-40f, -1e-40f, 3e38f, -3e38f, 1e38f, -1e38f, 25f, -25f,
    ];

    private static readonly float[] s_extremes = [float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity, 0f, -0f, -1e-40f];

    public static IEnumerable<SweepCase> All()
    {
        foreach (int channels in new[] { 1, 3, 16, 19 })
        {
            foreach ((string layer, Func<PlainLayer> make) in Functions())
            {
                yield return new SweepCase($"[Input({channels}, 3, 5)] [{layer}]", new PlainShape(channels, 3, 5), 4, (layer, make())) { Special = s_values };
            }

            foreach ((string layer, Func<PlainLayer> make) in Selections())
            {
                string path = layer == "PReLU" ? "prelu1" : layer;
                yield return new SweepCase($"[Input({channels}, 3, 5)] [{layer}]", new PlainShape(channels, 3, 5), 4, (path, make())) { Special = s_values, SpecialGradient = true };
            }

            // An activation in the epilogue of the layer before it.
            yield return new SweepCase(
                $"[Input({channels}, 4, 4)] [Tag(\"x\")] [Dropout(0)] [Add(\"x\")] [ReLU]",
                new PlainShape(channels, 4, 4),
                3,
                ("relu1", new PlainActivation(v => Math.Max((float)(v + v), 0), v => v <= 0 ? 0 : 2)))
            { Special = s_values };
            foreach ((string pool, int kernel, int stride, int pad) in new[] { ("MaxPool(2)", 2, 2, 0), ("MaxPool(3, Stride = 1, Pad = 1)", 3, 1, 1), ("MaxPool(3)", 3, 3, 0), ("MaxPool(6, Stride = 2, Pad = 3)", 6, 2, 3), ("GlobalMaxPool", 6, 6, 0) })
            {
                yield return new SweepCase($"[Input({channels}, 6, 6)] [{pool}]", new PlainShape(channels, 6, 6), 4, (pool, new PlainSpecialMaxPool(kernel, stride, pad))) { Special = s_values, SpecialGradient = stride >= kernel };

                // Without anything that is not a number, so that infinite windows and zeros of both signs are met as well.
                yield return new SweepCase($"[Input({channels}, 6, 6)] [{pool}]", new PlainShape(channels, 6, 6), 4, (pool, new PlainSpecialMaxPool(kernel, stride, pad))) { Special = s_extremes };
            }
        }
    }

    private static IEnumerable<(string Layer, Func<PlainLayer> Make)> Functions()
    {
        yield return ("ReLU", () => new PlainActivation(v => Math.Max(v, 0), v => v <= 0 ? 0 : 1));
        yield return ("LeakyReLU(0.25f)", () => new PlainActivation(v => v > 0 ? v : 0.25 * v, v => v > 0 ? 1 : 0.25));
        yield return ("Sigmoid", PlainActivation.Sigmoid);
        yield return ("Tanh", () => new PlainActivation(Math.Tanh, v => double.IsInfinity(v) ? 0 : 1 - (Math.Tanh(v) * Math.Tanh(v))));
        yield return ("Softplus", () => new PlainActivation(v => v > 20 ? v : Math.Log(1 + Math.Exp(v)), v => 1 / (1 + Math.Exp(-v))));
        yield return ("SiLU", () => new PlainActivation(v => v * Gate(v), v => Gate(v) * (1 + (v * (1 - Gate(v))))));

        // The tails are so far out here that the normal distribution is 0, ½ or 1.
        yield return ("GELU", () => new PlainActivation(v => v * Normal(v), v => Normal(v) + (v * Bell(v))));
    }

    private static IEnumerable<(string Layer, Func<PlainLayer> Make)> Selections()
    {
        yield return ("ReLU", () => new PlainSelection(v => Math.Max(v, 0), (v, d) => v <= 0 ? 0 : d));
        yield return ("LeakyReLU(0.25f)", () => new PlainSelection(v => v > 0 ? v : 0.25 * v, (v, d) => v > 0 ? d : 0.25 * d));
        yield return ("HardSwish", () => new PlainSelection(v => (float)(v * Math.Min(Math.Max(v + 3, 0), 6)) / 6, (v, d) => v < -3 ? 0 : v > 3 ? d : d * ((v / 3) + 0.5)));
        yield return ("ReLU6", () => new PlainSelection(v => Math.Min(Math.Max(v, 0), 6), (v, d) => v is <= 0 or >= 6 ? 0 : d));
        yield return ("PReLU", () => new PlainPReLU());
    }

    private static double Gate(double v) => (float)(1 / (1 + Math.Exp(-v)));

    private static double Normal(double v) => double.IsNaN(v) ? v : v > 10 ? 1 : v < -10 ? 0 : 0.5;

    private static double Bell(double v) => double.IsNaN(v) ? v : Math.Abs(v) > 10 ? 0 : 1 / Math.Sqrt(2 * Math.PI);

    /// <summary>Max pooling in which a value that is no number is the largest; the gradient goes to the last of those, or to the first of the largest.</summary>
    private sealed class PlainSpecialMaxPool(int kernel, int stride, int pad) : PlainLayer
    {
        public override PlainShape Output(PlainShape input) =>
            new(input.Channels, ((input.Height + (2 * pad) - kernel) / stride) + 1, ((input.Width + (2 * pad) - kernel) / stride) + 1);

        public override double[] Forward(PlainShape shape, int batch, double[] x, bool training) => [.. Places(shape, batch, x).Select(p => x[p])];

        public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
        {
            double[] dx = new double[x.Length];
            int i = 0;
            foreach (int place in Places(shape, batch, x))
            {
                dx[place] += dy[i++];
            }

            return dx;
        }

        private IEnumerable<int> Places(PlainShape shape, int batch, double[] x)
        {
            PlainShape output = Output(shape);
            for (int plane = 0; plane < batch * shape.Channels; plane++)
            {
                for (int i = 0; i < output.Height * output.Width; i++)
                {
                    int best = -1;
                    for (int k = 0; k < kernel * kernel; k++)
                    {
                        int y = (i / output.Width * stride) - pad + (k / kernel);
                        int z = (i % output.Width * stride) - pad + (k % kernel);
                        int place = (((plane * shape.Height) + y) * shape.Width) + z;
                        if (y >= 0 && y < shape.Height && z >= 0 && z < shape.Width && (best < 0 || x[place] > x[best] || double.IsNaN(x[place])))
                        {
                            best = place;
                        }
                    }

                    yield return best;
                }
            }
        }
    }
}
