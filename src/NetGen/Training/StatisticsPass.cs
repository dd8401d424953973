using NetGen.Runtime;

namespace NetGen;

/// <summary>Finds the running statistics of a model's batch norms anew, as the mean over batches.</summary>
internal static class StatisticsPass
{
    /// <summary>Runs over a data set; on an error or a cancellation the statistics are as before.</summary>
    /// <param name="model">The model, whose weights stay as they are.</param>
    /// <param name="recipe">How batches are made.</param>
    /// <param name="batchSize">Samples of a whole batch, at most as many as there are.</param>
    /// <param name="samples">How many samples are used.</param>
    /// <param name="loaderThreads">Threads that fill batches.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    /// <returns>How many batch norms there are.</returns>
    public static int Run(Model model, BatchRecipe recipe, int batchSize, int samples, int loaderThreads, CancellationToken cancellation)
    {
        Parameter[] statistics = [.. model.RunningStatistics];
        if (statistics.Length == 0)
        {
            return 0;
        }

        using Gate.Reservation reservation = model.Reserve();
        float[][] before = [.. statistics.Select(p => p.Values.ToArray())];
        long steps = model.Steps;
        bool frozen = model.FreezeBatchNorm;
        bool done = false;
        try
        {
            model.FreezeBatchNorm = false;
            if (batchSize == 1 || samples % batchSize == 1)
            {
                model.CheckNorms(1, "train");
            }

            // As PyTorch's reset_running_stats; a mean of what is not a number would stay so even with a share of 0.
            foreach (Parameter parameter in statistics)
            {
                parameter.Edit().Fill(Model.IsMean(parameter) ? 0 : 1);
            }

            PassOver(model, recipe, batchSize, samples, loaderThreads, cancellation);
            done = true;
        }
        finally
        {
            model.FreezeBatchNorm = frozen;
            model.Steps = steps;
            for (int i = 0; i < statistics.Length && !done; i++)
            {
                before[i].CopyTo(statistics[i].Edit());
            }
        }

        return statistics.Count(Model.IsMean);
    }

    private static void PassOver(Model model, BatchRecipe recipe, int batchSize, int samples, int loaderThreads, CancellationToken cancellation)
    {
        using BatchLoader loader = new(recipe, batchSize, loaderThreads);
        using CumulativeStatistics means = new();
        loader.Begin(1, samples);
        for (int first = 0; first < samples; first += batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            model.ForwardForStatistics(loader.Next().Inputs);
        }
    }
}
