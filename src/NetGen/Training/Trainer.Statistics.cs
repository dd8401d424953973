namespace NetGen;

public sealed partial class Trainer
{
    /// <summary>
    /// Finds the running means and variances of a model's batch norms anew, for weights that no training step has seen: an average's (SWA, EMA). PyTorch's
    /// <c>torch.optim.swa_utils.update_bn</c>. Weights stay as they are, and so does the noise of later training.
    /// </summary>
    /// <remarks>
    /// The statistics become the plain mean over the batches of each batch's mean and of its unbiased variance (divided by n - 1), as of a batch norm with <c>momentum=None</c>. As there,
    /// <b>a smaller last batch counts for as much as a whole one</b>; with <paramref name="dropLast"/> it is left out. Batches go forward as in training, with dropout, in the set's order,
    /// and <see cref="Model.FreezeBatchNorm"/> is of no account meanwhile. On any error or a cancellation the statistics are as before.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="train">The samples that it was trained with. Labels and targets take no part.</param>
    /// <param name="batchSize">Samples in a batch, at least 1; the training's, so that variances are what they were there.</param>
    /// <param name="dropLast">Whether samples that are left at the end, too few for a whole batch, are left out.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    /// <returns>How many batch norms there are; with none, nothing is done.</returns>
    /// <exception cref="ArgumentException">The data set is empty or does not fit the model, a number is out of range, <paramref name="dropLast"/> would leave nothing, or a batch would
    /// hold a single sample, of which a batch norm of the model makes no statistics.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses the model.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static int RecomputeBatchNorm(Model model, Dataset train, int batchSize = 64, bool dropLast = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        Check.AtLeastOne(batchSize, nameof(batchSize));
        DatasetFit.CheckInputs(model, train, nameof(train));
        return RecomputeBatchNorm(model, new BatchRecipe { Dataset = train }, batchSize, dropLast, loaderThreads: 0, cancellation);
    }

    /// <summary>The same for the trainer's model with the trainer's batches: its <see cref="BatchSize"/> and <see cref="DropLast"/>, and the samples in the order and with the changes of a
    /// first epoch (<see cref="Seed"/>, <see cref="Transform"/>, <see cref="BatchTransform"/>).</summary>
    /// <param name="train">The samples that it was trained with.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    /// <returns>How many batch norms there are; with none, nothing is done.</returns>
    /// <exception cref="ArgumentException">The data set is empty or does not fit the model; <see cref="DropLast"/> would leave nothing; or a batch would hold a single sample, of which
    /// a batch norm of the model makes no statistics.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses the model.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>After the training, with <see cref="Average"/>: <c>average.CopyTo(net.Parameters); trainer.RecomputeBatchNorm(train);</c>.</remarks>
    public int RecomputeBatchNorm(Dataset train, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        DatasetFit.Check(Model, train, nameof(train));
        return RecomputeBatchNorm(Model, BatchRecipe.Of(this, new TrainingSource(train)), BatchSize, DropLast, LoaderThreads, cancellation);
    }

    private static int RecomputeBatchNorm(Model model, BatchRecipe recipe, int batchSize, bool dropLast, int loaderThreads, CancellationToken cancellation)
    {
        int count = recipe.Dataset!.Count;
        if (dropLast && count < batchSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a whole batch of {batchSize} samples or more when the last one is dropped, actual {count}"), "train");
        }

        int size = int.Min(batchSize, count);
        return StatisticsPass.Run(model, recipe, size, dropLast ? count / size * size : count, loaderThreads, cancellation);
    }
}
