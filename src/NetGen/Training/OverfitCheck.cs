namespace NetGen;

/// <summary>The first thing to try with a new network: whether it learns a single batch by heart.</summary>
public static class OverfitCheck
{
    /// <summary>Trains on one batch, the first of a data set, again and again.</summary>
    /// <param name="model">The model, which keeps what it learned: make it anew afterwards.</param>
    /// <param name="optimizer">How.</param>
    /// <param name="dataset">Where the batch comes from.</param>
    /// <param name="batchSize">Samples in the batch, at most as many as there are.</param>
    /// <param name="steps">How often.</param>
    /// <returns>What each step found. A loss that does not come near its least possible value tells of wrong labels, a layer that lets nothing through or a rate that does not fit.</returns>
    /// <exception cref="ArgumentException">The data do not fit the model, or a number is out of range.</exception>
    public static IReadOnlyList<StepResult> Run(Model model, Optimizer optimizer, Dataset dataset, int batchSize = 32, int steps = 200)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(dataset);
        DatasetFit.CheckLosses(model, dataset, nameof(dataset));
        Check.InRange(batchSize, 1, dataset.Count, nameof(batchSize));
        Check.AtLeastOne(steps, nameof(steps));
        BatchBuffer batch = new(new BatchRecipe { Dataset = dataset }, batchSize);
        batch.Fill([.. Enumerable.Range(0, batchSize)], epoch: 1, batch: 0);
        return [.. Enumerable.Range(0, steps).Select(_ => batch.Train(model, optimizer))];
    }
}
