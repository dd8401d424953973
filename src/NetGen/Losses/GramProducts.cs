using System.Numerics;

namespace NetGen;

/// <summary>
/// The two matrix products of a Gram loss, F·Fᵀ and M·F, for maps F of any number of positions. A run of positions of all channels is copied beside zeros that make up whole tiles, so that the loops
/// have no remainders; sums over a run are floats, over runs doubles.
/// </summary>
internal sealed unsafe class GramProducts
{
    /// <summary>Positions that are worked on at a time: those of some hundred channels stay in a core's second cache.</summary>
    private const int Run = 512;

    /// <summary>Rows of a tile.</summary>
    private const int Tile = 4;

    private readonly int _rows;
    private readonly float[] _run;
    private readonly float[] _made;
    private readonly float[] _factors;
    private readonly double[] _sums;

    /// <summary>Makes room for maps of so many channels.</summary>
    public GramProducts(int channels)
    {
        Channels = channels;
        _rows = checked((channels + Tile - 1) / Tile * Tile);
        _run = new float[checked(_rows * Run)];
        _made = new float[Tile * Run];
        _factors = new float[checked(_rows * _rows)];
        _sums = new double[_factors.Length];
    }

    /// <summary>Channels of the maps.</summary>
    public int Channels { get; }

    /// <summary>An entry of F·Fᵀ, as <see cref="Multiply"/> left it.</summary>
    public double this[int i, int j] => _sums[i >= j ? (i * _rows) + j : (j * _rows) + i];

    /// <summary>Sets an entry of M.</summary>
    public void SetFactor(int i, int j, float value) => _factors[(i * _rows) + j] = value;

    /// <summary>Computes F·Fᵀ, of which the lower half is kept.</summary>
    /// <param name="map">F, (C, positions).</param>
    public void Multiply(ReadOnlySpan<float> map)
    {
        Array.Clear(_sums);
        int positions = map.Length / Channels;
        for (int first = 0; first < positions; first += Run)
        {
            Copy(map, positions, first);
            fixed (float* run = _run)
            {
                for (int i = 0; i < _rows; i += Tile)
                {
                    for (int j = 0; j < i + Tile; j += 2)
                    {
                        AddTile(run + (i * Run), run + (j * Run), _sums.AsSpan((i * _rows) + j));
                    }
                }
            }
        }
    }

    /// <summary>Adds M·F to gradients.</summary>
    /// <param name="map">F, (C, positions).</param>
    /// <param name="gradients">As many values.</param>
    public void AddProduct(ReadOnlySpan<float> map, Span<float> gradients)
    {
        int positions = map.Length / Channels;
        for (int first = 0; first < positions; first += Run)
        {
            int count = Copy(map, positions, first);
            for (int i = 0; i < Channels; i += Tile)
            {
                MakeRows(i);
                for (int row = 0; row < Math.Min(Tile, Channels - i); row++)
                {
                    Add(_made.AsSpan(row * Run, count), gradients.Slice(((i + row) * positions) + first, count));
                }
            }
        }
    }

    /// <summary>Four rows times two.</summary>
    private void AddTile(float* a, float* b, Span<double> sums)
    {
        Vector<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        for (int k = 0; k < Run; k += Vector<float>.Count)
        {
            Vector<float> b0 = Vector.Load(b + k);
            Vector<float> b1 = Vector.Load(b + Run + k);
            Vector<float> a0 = Vector.Load(a + k);
            s00 = Vector.MultiplyAddEstimate(a0, b0, s00);
            s01 = Vector.MultiplyAddEstimate(a0, b1, s01);
            Vector<float> a1 = Vector.Load(a + Run + k);
            s10 = Vector.MultiplyAddEstimate(a1, b0, s10);
            s11 = Vector.MultiplyAddEstimate(a1, b1, s11);
            Vector<float> a2 = Vector.Load(a + (2 * Run) + k);
            s20 = Vector.MultiplyAddEstimate(a2, b0, s20);
            s21 = Vector.MultiplyAddEstimate(a2, b1, s21);
            Vector<float> a3 = Vector.Load(a + (3 * Run) + k);
            s30 = Vector.MultiplyAddEstimate(a3, b0, s30);
            s31 = Vector.MultiplyAddEstimate(a3, b1, s31);
        }

        sums[0] += Vector.Sum(s00);
        sums[1] += Vector.Sum(s01);
        sums[_rows] += Vector.Sum(s10);
        sums[_rows + 1] += Vector.Sum(s11);
        sums[2 * _rows] += Vector.Sum(s20);
        sums[(2 * _rows) + 1] += Vector.Sum(s21);
        sums[3 * _rows] += Vector.Sum(s30);
        sums[(3 * _rows) + 1] += Vector.Sum(s31);
    }

    /// <summary>Four rows of M·F over the run.</summary>
    private void MakeRows(int i)
    {
        fixed (float* run = _run, made = _made, factors = &_factors[i * _rows])
        {
            for (int k = 0; k < Run; k += 2 * Vector<float>.Count)
            {
                Vector<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
                for (int j = 0; j < Channels; j++)
                {
                    Vector<float> f0 = Vector.Load(run + (j * Run) + k);
                    Vector<float> f1 = Vector.Load(run + (j * Run) + k + Vector<float>.Count);
                    Vector<float> m = new(factors[j]);
                    s00 = Vector.MultiplyAddEstimate(m, f0, s00);
                    s01 = Vector.MultiplyAddEstimate(m, f1, s01);
                    m = new(factors[_rows + j]);
                    s10 = Vector.MultiplyAddEstimate(m, f0, s10);
                    s11 = Vector.MultiplyAddEstimate(m, f1, s11);
                    m = new(factors[(2 * _rows) + j]);
                    s20 = Vector.MultiplyAddEstimate(m, f0, s20);
                    s21 = Vector.MultiplyAddEstimate(m, f1, s21);
                    m = new(factors[(3 * _rows) + j]);
                    s30 = Vector.MultiplyAddEstimate(m, f0, s30);
                    s31 = Vector.MultiplyAddEstimate(m, f1, s31);
                }

                Store(made + k, s00, s01);
                Store(made + Run + k, s10, s11);
                Store(made + (2 * Run) + k, s20, s21);
                Store(made + (3 * Run) + k, s30, s31);
            }
        }
    }

    private static void Store(float* at, Vector<float> first, Vector<float> second)
    {
        Vector.Store(first, at);
        Vector.Store(second, at + Vector<float>.Count);
    }

    private static void Add(ReadOnlySpan<float> values, Span<float> sums)
    {
        int whole = values.Length - (values.Length % Vector<float>.Count);
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + new Vector<float>(values[i..])).CopyTo(sums[i..]);
        }

        for (int i = whole; i < values.Length; i++)
        {
            sums[i] += values[i];
        }
    }

    /// <summary>Copies the values of all channels at the positions from one on, with zeros after the last.</summary>
    /// <returns>Positions that were copied.</returns>
    private int Copy(ReadOnlySpan<float> map, int positions, int first)
    {
        int count = Math.Min(Run, positions - first);
        for (int channel = 0; channel < Channels; channel++)
        {
            Span<float> row = _run.AsSpan(channel * Run, Run);
            map.Slice((channel * positions) + first, count).CopyTo(row);
            row[count..].Clear();
        }

        return count;
    }
}
