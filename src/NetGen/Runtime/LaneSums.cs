namespace NetGen.Runtime;

/// <summary>Adds the lanes' sums up in a fixed order, so that the result does not depend on which thread finished first.</summary>
internal static unsafe class LaneSums
{
    /// <summary>The sum of one place over the lanes.</summary>
    public static double At(float* sums, long laneStride, int lanes)
    {
        double sum = 0;
        for (int lane = 0; lane < lanes; lane++)
        {
            sum += sums[lane * laneStride];
        }

        return sum;
    }
}
