using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Runtime;

/// <summary>Sums over shards, from the order of <see cref="Pack.Conv"/> into PyTorch's: the weights that are packed come back, as often as there are shards.</summary>
public sealed class ReduceTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, 1, 1, 1)]
    [InlineData(16, 16, 3, 3, 1, 1, 8)]
    [InlineData(5, 7, 1, 1, 1, 1, 3)]
    [InlineData(37, 18, 1, 1, 1, 1, 2)]
    [InlineData(64, 130, 1, 1, 1, 1, 1)]
    [InlineData(70, 3, 11, 11, 1, 1, 2)]
    [InlineData(20, 50, 5, 5, 1, 1, 8)]
    [InlineData(130, 9, 3, 2, 1, 1, 3)]
    [InlineData(32, 16, 3, 3, 2, 1, 2)]
    [InlineData(32, 4, 3, 3, 8, 4, 2)]
    [InlineData(64, 1, 1, 1, 64, 16, 5)]
    [InlineData(12, 3, 1, 1, 3, 3, 2)]
    public unsafe void Conv_TurnsPackedSumsBack(int outputs, int inputs, int kernelY, int kernelX, int groups, int merged, int shards)
    {
        const int Padding = 128;
        float[] weights = [.. Enumerable.Range(1, outputs * inputs * kernelY * kernelX).Select(i => (float)i)];
        int stride = ((outputs + 15) / 16 * 16 * inputs * merged * kernelY * kernelX) + Padding;
        float[] sums = new float[stride * shards];
        float[] gradient = new float[weights.Length + 2];
        gradient[0] = gradient[^1] = -1;
        fixed (float* from = weights, to = sums, result = gradient)
        {
            Pack.Conv(from, to, outputs, inputs, kernelY, kernelX, groups, merged);
            for (int shard = 1; shard < shards; shard++)
            {
                sums.AsSpan(0, stride).CopyTo(sums.AsSpan(shard * stride));
            }

            Reduce.Conv(to, result + 1, stride, shards, outputs, inputs, kernelY, kernelX, groups, merged);
            gradient.ShouldBe([-1, .. weights.Select(w => w * shards), -1]);

            Reduce.Conv(to, result + 1, stride, shards, outputs, inputs, kernelY, kernelX, groups, merged, add: true);
            gradient.ShouldBe([-1, .. weights.Select(w => 2 * w * shards), -1]);
        }
    }
}
