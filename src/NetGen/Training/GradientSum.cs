using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Adds up the gradients of several batches, weighted.</summary>
internal sealed class GradientSum(ParameterSet parameters)
{
    private readonly float[] _sums = new float[parameters.TrainableCount];

    public void Clear() => Array.Clear(_sums);

    /// <summary>Adds the gradients that the last batch left.</summary>
    public void Add(float weight)
    {
        Span<float> sums = _sums;
        ReadOnlySpan<float> gradients = parameters.Gradients;
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(sums);
        ReadOnlySpan<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] += from[i] * weight;
        }

        for (int i = wide.Length * Vector<float>.Count; i < sums.Length; i++)
        {
            sums[i] += gradients[i] * weight;
        }
    }

    /// <summary>Puts the sum in the gradients' place.</summary>
    public void CopyBack() => _sums.CopyTo(parameters.Gradients);
}
