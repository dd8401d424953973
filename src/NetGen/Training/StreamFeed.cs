namespace NetGen;

/// <summary>Samples of a stream, copied into the batch as they are drawn.</summary>
internal sealed class StreamFeed : IBatchFeed
{
    private readonly CancellationTokenSource _stop;
    private readonly ShuffleBuffer _samples;
    private readonly BatchRecipe _recipe;

    /// <summary>Makes the buffer.</summary>
    public StreamFeed(SampleStream stream, BatchRecipe recipe, CancellationToken cancellation)
    {
        _recipe = recipe;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _samples = new ShuffleBuffer(stream, recipe.Seed, _stop.Token);
    }

    /// <inheritdoc/>
    public int MostBatches(int batchSize) => int.MaxValue;

    /// <inheritdoc/>
    public void Begin(int epoch, int? samples, long skipped) => _samples.Begin(epoch, skipped);

    /// <inheritdoc/>
    public int Draw(BatchBuffer buffer, int batch, int batchSize) =>
        _samples.Draw(buffer, batchSize) is var count && _recipe.DropLast && count < batchSize ? 0 : count;

    /// <inheritdoc/>
    public void Finish(BatchBuffer buffer, int count, int epoch, int batch)
    {
        buffer.FinishDrawn(count, epoch, batch);
        buffer.Place(_recipe.ShareOf(count).First, count);
    }

    /// <inheritdoc/>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _stop.Dispose();
    }
}
