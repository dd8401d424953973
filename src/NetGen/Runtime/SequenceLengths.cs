using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Sequences that have steps of their own number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class SequenceLengths
{
    /// <summary>The steps of the longest sequence.</summary>
    /// <param name="lengths">The first sequence's number of steps.</param>
    /// <param name="stride">Floats from a sequence's to the next.</param>
    /// <param name="count">Sequences, 1 at least.</param>
    /// <returns>The largest number.</returns>
    public static int Longest(float* lengths, int stride, int count)
    {
        float longest = 0;
        for (int i = 0; i < count; i++)
        {
            longest = MathF.Max(longest, lengths[(long)i * stride]);
        }

        return (int)longest;
    }
}
