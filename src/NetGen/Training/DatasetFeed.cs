using NetGen.Runtime;

namespace NetGen;

/// <summary>Samples of a data set in the epoch's order; they are copied where the batch is finished, so that threads do that side by side.</summary>
internal sealed class DatasetFeed(Dataset dataset, BatchRecipe recipe) : IBatchFeed
{
    private readonly int[] _order = new int[dataset.Count];
    private int _samples;
    private int _batchSize;

    /// <inheritdoc/>
    public int MostBatches(int batchSize)
    {
        _batchSize = batchSize;
        return ((dataset.Count - 1) / batchSize) + 1;
    }

    /// <inheritdoc/>
    public void Begin(int epoch, int? samples, long skipped)
    {
        recipe.Order(_order, epoch);
        _samples = samples ?? dataset.Count;
    }

    /// <inheritdoc/>
    public int Draw(BatchBuffer buffer, int batch, int batchSize) => int.Max(0, int.Min(batchSize, _samples - (batch * batchSize)));

    /// <inheritdoc/>
    public void Finish(BatchBuffer buffer, int count, int epoch, int batch)
    {
        TeamShare share = recipe.ShareOf(count);
        buffer.Fill(_order.AsSpan((batch * _batchSize) + share.First, share.Count), epoch, batch);
        buffer.Place(share.First, count);
    }

    /// <inheritdoc/>
    public void Stop()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
