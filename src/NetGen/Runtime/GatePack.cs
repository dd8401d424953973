using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Brings the weights of recurrent layers from PyTorch's layout, a row a unit and gate after gate, into the order in which kernels read them. Each gate's units are
/// padded with zeros to whole vectors, so that no vector holds units of two gates.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class GatePack
{
    private const int Lanes = 16;

    /// <summary>So many that what is written meanwhile stays in the first-level cache.</summary>
    private const int InputsAtATime = 8;

    /// <summary>So many that their vectors stay in the first-level cache while all weights go by.</summary>
    private const int WordsAtATime = 16;

    /// <summary>Packs weights for the way forward.</summary>
    /// <param name="weight">(gates · units, inputs).</param>
    /// <param name="packed">The result.</param>
    /// <param name="gates">Gates.</param>
    /// <param name="units">Units of a gate.</param>
    /// <param name="inputs">Values that a unit sums over.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Weights(float* weight, float* packed, int gates, int units, int inputs)
    {
        int pitch = Padded(units);
        if (pitch == units)
        {
            Pack.Conv(weight, packed, gates * units, inputs, 1, 1);
            return;
        }

        ChannelBlocks blocks = ChannelBlocks.Of(gates * pitch);
        for (int block = 0; block < blocks.Count; block++)
        {
            int width = blocks.Width(block);
            for (int first = 0; first < inputs; first += InputsAtATime)
            {
                int end = Math.Min(first + InputsAtATime, inputs);
                for (int lane = 0; lane < width; lane++)
                {
                    float* row = Row(weight, blocks.Start(block) + lane, pitch, units, inputs);
                    for (int i = first; i < end; i++)
                    {
                        packed[((long)i * width) + lane] = row == null ? 0 : row[i];
                    }
                }
            }

            packed += (long)inputs * width;
        }
    }

    /// <summary>Packs weights for the gradient by what they multiply: inputs and gates exchanged.</summary>
    /// <param name="weight">(gates · units, inputs).</param>
    /// <param name="packed">The result.</param>
    /// <param name="gates">Gates.</param>
    /// <param name="units">Units of a gate.</param>
    /// <param name="inputs">Values that a unit sums over.</param>
    public static void Turned(float* weight, float* packed, int gates, int units, int inputs)
    {
        int pitch = Padded(units);
        ChannelBlocks blocks = ChannelBlocks.Of(Padded(inputs));
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Clamp(inputs - start, 0, width);
            for (int unit = 0; unit < gates * pitch; unit++)
            {
                Span<float> line = new(packed, width);
                float* row = Row(weight, unit, pitch, units, inputs);
                if (row == null)
                {
                    line.Clear();
                }
                else
                {
                    new ReadOnlySpan<float>(row + start, real).CopyTo(line);
                    line[real..].Clear();
                }

                packed += width;
            }
        }
    }

    /// <summary>Packs a bias.</summary>
    /// <param name="bias">(gates · units).</param>
    /// <param name="packed">The result.</param>
    /// <param name="gates">Gates.</param>
    /// <param name="units">Units of a gate.</param>
    public static void Bias(float* bias, float* packed, int gates, int units)
    {
        int pitch = Padded(units);
        for (int gate = 0; gate < gates; gate++)
        {
            Span<float> line = new(packed + ((long)gate * pitch), pitch);
            new ReadOnlySpan<float>(bias + ((long)gate * units), units).CopyTo(line);
            line[units..].Clear();
        }
    }

    /// <summary>Multiplies words with the weights of the input beforehand: what each adds to the gates, with the bias.</summary>
    /// <param name="table">(words, size): the words' vectors.</param>
    /// <param name="weight">(gates · units, size).</param>
    /// <param name="bias">(gates · units).</param>
    /// <param name="packed">The result, (words, gates · units padded).</param>
    /// <param name="words">Words.</param>
    /// <param name="size">Values of a word.</param>
    /// <param name="gates">Gates.</param>
    /// <param name="units">Units of a gate.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Words(float* table, float* weight, float* bias, float* packed, int words, int size, int gates, int units)
    {
        int pitch = Padded(units);
        for (int first = 0; first < words; first += WordsAtATime)
        {
            int end = Math.Min(first + WordsAtATime, words);
            for (int place = 0; place < gates * pitch; place++)
            {
                float* row = Row(weight, place, pitch, units, size);
                float summand = row == null ? 0 : bias[(place / pitch * units) + (place % pitch)];
                for (int word = first; word < end; word++)
                {
                    packed[((long)word * gates * pitch) + place] = row == null ? 0 : summand + Dot(table + ((long)word * size), row, size);
                }
            }
        }
    }

    private static float Dot(float* a, float* b, int count)
    {
        Vector<float> even = Vector<float>.Zero;
        Vector<float> odd = Vector<float>.Zero;
        int i = 0;
        for (; i <= count - (2 * Vector<float>.Count); i += 2 * Vector<float>.Count)
        {
            even = Vector.FusedMultiplyAdd(Vector.Load(a + i), Vector.Load(b + i), even);
            odd = Vector.FusedMultiplyAdd(Vector.Load(a + i + Vector<float>.Count), Vector.Load(b + i + Vector<float>.Count), odd);
        }

        float sum = Vector.Sum(even + odd);
        for (; i < count; i++)
        {
            sum = MathF.FusedMultiplyAdd(a[i], b[i], sum);
        }

        return sum;
    }

    /// <summary>Units padded to whole vectors.</summary>
    internal static int Padded(int units) => (units + Lanes - 1) / Lanes * Lanes;

    /// <summary>The weights of a unit by its place among the padded ones; null where none is.</summary>
    private static float* Row(float* weight, int place, int pitch, int units, int inputs)
    {
        int unit = place % pitch;
        return unit >= units ? null : weight + ((((long)(place / pitch) * units) + unit) * inputs);
    }
}
