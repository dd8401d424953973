using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Limits the gradients of what moves, in blocks that lie at the same places whatever the number of threads.</summary>
internal sealed unsafe class GradientClipping : IWork
{
    /// <summary>Values of a block, a multiple of <see cref="SquareSum"/>'s lanes.</summary>
    private const int Length = 64 * 1024;

    /// <summary>What PyTorch adds to the norm, so that it never divides by zero.</summary>
    private const double Epsilon = 1e-6;

    private double[] _sums = [];
    private ParameterRuns? _runs;
    private float* _gradients;
    private int _count;

    /// <summary>What this pass over the gradients does.</summary>
    private float? _limit;
    private bool _square;
    private float? _scale;

    /// <summary>Limits every gradient, then the norm of all of them.</summary>
    /// <param name="pool">The threads; none means the caller's alone.</param>
    /// <param name="gradients">All gradients.</param>
    /// <param name="runs">Which of them count.</param>
    /// <param name="value">The largest magnitude of a gradient, where there is one.</param>
    /// <param name="norm">The largest norm, where there is one.</param>
    /// <returns>The norm before it was limited, where a largest is given.</returns>
    public double? Run(WorkerPool? pool, Span<float> gradients, ParameterRuns runs, double? value, double? norm)
    {
        _runs = runs;
        _count = gradients.Length;
        _limit = (float?)value;
        _square = norm is not null;
        _scale = null;
        int blocks = (int)(((long)_count + Length - 1) / Length);
        if (_sums.Length != blocks)
        {
            _sums = new double[blocks];
        }

        fixed (float* g = gradients)
        {
            _gradients = g;
            Pass(pool);
            if (norm is not { } largest)
            {
                return null;
            }

            double sum = 0;
            foreach (double part in _sums)
            {
                sum += part;
            }

            double actual = Math.Sqrt(sum);
            double scale = largest / (actual + Epsilon);

            // Written so that what is no number goes on to all gradients, as in PyTorch.
            if (!(scale >= 1))
            {
                (_limit, _square, _scale) = (null, false, (float)scale);
                Pass(pool);
            }

            return actual;
        }
    }

    void IWork.Run(int item, int worker)
    {
        int start = item * Length;
        int end = int.Min(_count - start, Length) + start;
        SquareSum sum = default;
        foreach (ref readonly ParameterRun run in _runs!.Runs)
        {
            int from = int.Max(start, run.Start);
            int to = int.Min(end, run.End);
            if (from < to)
            {
                Apply(new Span<float>(_gradients + from, to - from), from, ref sum);
            }
        }

        if (_square)
        {
            _sums[item] = sum.Total;
        }
    }

    private void Pass(WorkerPool? pool)
    {
        if (pool is not null)
        {
            pool.Run(this, _sums.Length);
            return;
        }

        for (int item = 0; item < _sums.Length; item++)
        {
            ((IWork)this).Run(item, 0);
        }
    }

    private void Apply(Span<float> gradients, int place, ref SquareSum sum)
    {
        if (_limit is { } limit)
        {
            Clamp(gradients, limit);
        }

        if (_scale is { } scale)
        {
            Multiply(gradients, scale);
        }

        if (_square)
        {
            sum.Add(gradients, place);
        }
    }

    /// <summary>What is no number stays so: no comparison holds for it.</summary>
    private static void Clamp(Span<float> gradients, float limit)
    {
        Vector<float> most = new(limit);
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        foreach (ref Vector<float> vector in vectors)
        {
            Vector<float> below = Vector.ConditionalSelect(Vector.GreaterThan(vector, most), most, vector);
            vector = Vector.ConditionalSelect(Vector.LessThan(below, -most), -most, below);
        }

        foreach (ref float gradient in gradients[(vectors.Length * Vector<float>.Count)..])
        {
            gradient = gradient > limit ? limit : gradient < -limit ? -limit : gradient;
        }
    }

    private static void Multiply(Span<float> gradients, float scale)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        foreach (ref Vector<float> vector in vectors)
        {
            vector *= scale;
        }

        foreach (ref float gradient in gradients[(vectors.Length * Vector<float>.Count)..])
        {
            gradient *= scale;
        }
    }
}
