using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace NetGen.Runtime;

/// <summary>
/// A weight that computes as W / σ(W): σ is the largest singular value of the weight as a matrix of a row for each output, and stands in for it the estimate u · W v of a power iteration that goes one round on with each
/// training step (Miyato et al. 2018, "Spectral Normalization for Generative Adversarial Networks", section 2.1 and algorithm 1).
/// </summary>
/// <remarks>
/// What is trained, kept and saved is W with u and v. What the kernels read is a copy, W / σ. The gradient by W takes u and v for constants, as the paper and PyTorch do: (G − ⟨G, W / σ⟩ · u vᵀ) / σ for a gradient G by the copy, which
/// is linear in G, so that it may come after the sums over shards and processes. Every sum has an order of its own that no vector's width changes.
/// </remarks>
internal sealed unsafe class SpectralNorm
{
    /// <summary>Rounds at the start, so that the first σ is near: as many as PyTorch's <c>parametrizations.spectral_norm</c> takes.</summary>
    public const int FirstRounds = 15;

    private const double Epsilon = 1e-12;

    private readonly Parameter _weight;
    private readonly Parameter _u;
    private readonly Parameter _v;
    private readonly PinnedMemory _computed;
    private readonly Lock _changing = new();

    // The weight's memory is outer × rows × inner; a column of the matrix is a place in outer × inner.
    private readonly int _outer;
    private readonly int _rows;
    private readonly int _inner;
    private readonly byte[]? _connections;
    private double _sigma = 1;

    /// <summary>Takes a weight with both vectors.</summary>
    /// <param name="weight">W.</param>
    /// <param name="u">A value for each of the matrix' rows.</param>
    /// <param name="v">A value for each of its columns.</param>
    /// <param name="dimension">Which of the weight's dimensions counts the outputs.</param>
    public SpectralNorm(Parameter weight, Parameter u, Parameter v, int dimension)
    {
        (_weight, _u, _v) = (weight, u, v);
        _computed = new PinnedMemory(weight.Length);
        _outer = ShapeSize.Of(weight.Shape.Take(dimension).ToArray());
        _rows = weight.Shape[dimension];
        _inner = weight.Length / (_outer * _rows);
        _connections = weight.Connections is { } connections ? Encoding.ASCII.GetBytes(connections) : null;
    }

    /// <summary>W / σ, as of the last <see cref="Normalize"/>.</summary>
    public float* Computed => _computed.Pointer;

    /// <summary>Goes some rounds of the power iteration on: v = Wᵀ u, u = W v, each of length 1.</summary>
    public void Iterate(int rounds = 1)
    {
        // Zeros have no directions, and vectors of zeros would stay zero for ever.
        if (!_weight.Values.ContainsAnyExcept(0f))
        {
            return;
        }

        lock (_changing)
        {
            Span<float> u = _u.Edit();
            Span<float> v = _v.Edit();
            for (int round = 0; round < rounds; round++)
            {
                MultiplyTransposed(u, v);
                Scale(v);
                Multiply(v, u);
                Scale(u);
            }
        }
    }

    /// <summary>Computes W / σ of the values as they are. May be called from any thread.</summary>
    public void Normalize()
    {
        lock (_changing)
        {
            ReadOnlySpan<float> w = _weight.Values;
            ReadOnlySpan<float> u = _u.Values;
            ReadOnlySpan<float> v = _v.Values;
            double sigma = 0;
            for (int row = 0; row < _rows; row++)
            {
                sigma += u[row] * Row(w, row, v);
            }

            // Of weights that are all zero nothing can be divided, and they stay zero.
            _sigma = Math.Abs(sigma) < Epsilon ? Epsilon : sigma;
            float factor = (float)(1 / _sigma);
            Span<float> computed = _computed.Slice(0, _weight.Length);
            for (int i = 0; i < computed.Length; i++)
            {
                computed[i] = w[i] * factor;
            }
        }
    }

    /// <summary>Turns the gradient by what was computed with, in its place, into that by the weight.</summary>
    public void PassBack()
    {
        Span<float> gradient = _weight.Gradient;
        ReadOnlySpan<float> computed = _computed.Slice(0, _weight.Length);
        ReadOnlySpan<float> u = _u.Values;
        ReadOnlySpan<float> v = _v.Values;
        double product = Dot(gradient, computed);
        float factor = (float)(1 / _sigma);
        for (int outer = 0; outer < _outer; outer++)
        {
            ReadOnlySpan<float> columns = v.Slice(outer * _inner, _inner);
            for (int row = 0; row < _rows; row++)
            {
                Span<float> part = gradient.Slice(((outer * _rows) + row) * _inner, _inner);
                float along = (float)(product * u[row]);
                for (int i = 0; i < part.Length; i++)
                {
                    part[i] = (part[i] - (along * columns[i])) * factor;
                }
            }
        }

        if (_connections is not null)
        {
            SparseWeights.Clear(gradient, _weight.Shape[0], _weight.Shape[1], _connections);
        }
    }

    private void MultiplyTransposed(ReadOnlySpan<float> u, Span<float> v)
    {
        ReadOnlySpan<float> w = _weight.Values;
        v.Clear();
        for (int outer = 0; outer < _outer; outer++)
        {
            Span<float> columns = v.Slice(outer * _inner, _inner);
            for (int row = 0; row < _rows; row++)
            {
                AddScaled(w.Slice(((outer * _rows) + row) * _inner, _inner), u[row], columns);
            }
        }
    }

    private void Multiply(ReadOnlySpan<float> v, Span<float> u)
    {
        ReadOnlySpan<float> w = _weight.Values;
        for (int row = 0; row < _rows; row++)
        {
            u[row] = (float)Row(w, row, v);
        }
    }

    /// <summary>A row of the matrix times a vector of its columns.</summary>
    private double Row(ReadOnlySpan<float> w, int row, ReadOnlySpan<float> v)
    {
        double sum = 0;
        for (int outer = 0; outer < _outer; outer++)
        {
            sum += Dot(w.Slice(((outer * _rows) + row) * _inner, _inner), v.Slice(outer * _inner, _inner));
        }

        return sum;
    }

    private static void AddScaled(ReadOnlySpan<float> x, float factor, Span<float> y)
    {
        int i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(y[i..]) + (new Vector<float>(x[i..]) * factor)).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] += x[i] * factor;
        }
    }

    /// <summary>Sixteen sums side by side, whatever a vector holds.</summary>
    private static double Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Vector512<float> sums = Vector512<float>.Zero;
        int i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            sums += Vector512.Create(x[i..]) * Vector512.Create(y[i..]);
        }

        double sum = 0;
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            sum += sums[lane];
        }

        for (; i < x.Length; i++)
        {
            sum += (double)x[i] * y[i];
        }

        return sum;
    }

    /// <summary>Scales a vector to the length 1.</summary>
    public static void Scale(Span<float> vector)
    {
        float factor = (float)(1 / Math.Max(Math.Sqrt(Dot(vector, vector)), Epsilon));
        foreach (ref float value in vector)
        {
            value *= factor;
        }
    }
}
