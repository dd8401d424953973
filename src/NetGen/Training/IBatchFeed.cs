namespace NetGen;

/// <summary>Gives batches their samples.</summary>
internal interface IBatchFeed : IDisposable
{
    /// <summary>The most batches that an epoch can have.</summary>
    int MostBatches(int batchSize);

    /// <summary>Starts an epoch.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="samples">How many of its samples are used; null for all there are.</param>
    /// <param name="skipped">How many of them were used before.</param>
    void Begin(int epoch, int? samples, long skipped);

    /// <summary>Gives a batch its samples; called in the order of the batches, by one thread at a time.</summary>
    /// <returns>How many it has; fewer than wanted at the epoch's end.</returns>
    int Draw(BatchBuffer buffer, int batch, int batchSize);

    /// <summary>The rest, on any number of threads.</summary>
    void Finish(BatchBuffer buffer, int count, int epoch, int batch);

    /// <summary>Ends a waiting draw.</summary>
    void Stop();
}
