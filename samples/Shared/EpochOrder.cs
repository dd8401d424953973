using NetGen;

namespace Samples;

/// <summary>The samples of each step of a training: all of them in every epoch, in an order that depends on the seed and the epoch alone. What is left over of whole batches is left out.</summary>
/// <param name="count">Samples there are.</param>
/// <param name="batchSize">Samples a step.</param>
/// <param name="seed">Decides the orders.</param>
internal sealed class EpochOrder(int count, int batchSize, ulong seed)
{
    private readonly int[] _order = new int[count];
    private int _epoch = -1;

    /// <summary>Steps in an epoch.</summary>
    public int Steps => count / batchSize;

    /// <summary>The numbers of a step's samples.</summary>
    /// <param name="number">The step, from 0, over all epochs.</param>
    public ReadOnlySpan<int> Batch(long number)
    {
        int epoch = (int)(number / Steps);
        if (epoch != _epoch)
        {
            for (int i = 0; i < count; i++)
            {
                _order[i] = i;
            }

            new RandomSource(seed, 0, epoch).Shuffle(_order);
            _epoch = epoch;
        }

        return _order.AsSpan((int)(number % Steps) * batchSize, batchSize);
    }
}
