using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Adds the lanes' sums up in a fixed order, so that the result does not depend on which thread finished first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class LaneSums
{
    /// <summary>Writes the sum over the lanes.</summary>
    /// <param name="sums">The first lane's sums.</param>
    /// <param name="total">Where to write them.</param>
    /// <param name="laneStride">Floats between lanes.</param>
    /// <param name="lanes">Lanes.</param>
    /// <param name="length">Sums a lane.</param>
    public static void Total(float* sums, float* total, long laneStride, int lanes, int length)
    {
        for (int i = 0; i < length; i++)
        {
            total[i] = (float)At(sums + i, laneStride, lanes);
        }
    }

    /// <summary>The sum of one place over the lanes.</summary>
    internal static double At(float* sums, long laneStride, int lanes)
    {
        double sum = 0;
        for (int lane = 0; lane < lanes; lane++)
        {
            sum += sums[lane * laneStride];
        }

        return sum;
    }
}
