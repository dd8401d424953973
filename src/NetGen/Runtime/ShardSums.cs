namespace NetGen.Runtime;

/// <summary>Adds the shards' sums up in a fixed order, so that the result does not depend on which thread finished first.</summary>
internal static unsafe class ShardSums
{
    /// <summary>The sum of one place over the shards.</summary>
    public static double At(float* sums, long shardStride, int shards)
    {
        double sum = 0;
        for (int shard = 0; shard < shards; shard++)
        {
            sum += sums[shard * shardStride];
        }

        return sum;
    }
}
