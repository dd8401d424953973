namespace NetGen;

/// <summary>Looks for a learning rate: trains for some steps with a rate that rises from step to step, and keeps the losses.</summary>
/// <remarks>Smith 2017, "Cyclical Learning Rates for Training Neural Networks", section 3.3; the loss is smoothed, and the search ends where it explodes, as in fastai's <c>lr_find</c>.
/// The model is afterwards as it was before.</remarks>
public sealed class LearningRateFinder
{
    /// <summary>How much of the smoothed loss is kept in a step.</summary>
    private const double Smoothing = 0.95;

    /// <summary>A loss of so many times the least one has exploded.</summary>
    private const double Explosion = 4;

    /// <summary>The first rate, over 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not over 0 or not finite.</exception>
    public double Lowest
    {
        get;
        init => field = Check.Positive(value, nameof(Lowest));
    } = 1e-7;

    /// <summary>The last rate, over <see cref="Lowest"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not over 0 or not finite.</exception>
    public double Highest
    {
        get;
        init => field = Check.Positive(value, nameof(Highest));
    } = 10;

    /// <summary>The most steps, at least 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 2.</exception>
    public int Steps
    {
        get;
        init => field = Check.InRange(value, 2, int.MaxValue, nameof(Steps));
    } = 100;

    /// <summary>Trains, and puts the model back.</summary>
    /// <param name="trainer">The settings: its model, batch size, transforms, seed. Its schedule, callbacks and checkpoint take no part, nor does its optimizer.</param>
    /// <param name="optimizer">A new optimizer of the kind that is to be used.</param>
    /// <param name="train">The samples to train with; where they end, they begin again.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <returns>The rates and losses.</returns>
    /// <exception cref="ArgumentException">The data do not fit the model, the optimizer has taken steps, or <see cref="Highest"/> is not over <see cref="Lowest"/>.</exception>
    public LearningRateCurve Run(Trainer trainer, Optimizer optimizer, Dataset train, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(train);
        if (optimizer.Steps > 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected an optimizer that has taken no step, actual {optimizer.Steps}"), nameof(optimizer));
        }

        if (Highest <= Lowest)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a {nameof(Highest)} over {nameof(Lowest)}, {Lowest}, actual {Highest}"), nameof(trainer));
        }

        DatasetFit.CheckLosses(trainer.Model, train, nameof(train));
        using Runtime.Gate.Reservation reservation = trainer.Model.Reserve();
        ParameterCopy before = new();
        before.Take(trainer.Model.Parameters);
        long steps = trainer.Model.Steps;
        try
        {
            return Search(trainer, optimizer, train, cancellation);
        }
        finally
        {
            before.PutBack(trainer.Model.Parameters);
            trainer.Model.Steps = steps;
        }
    }

    private LearningRateCurve Search(Trainer trainer, Optimizer optimizer, Dataset train, CancellationToken cancellation)
    {
        int batchSize = int.Min(trainer.BatchSize, train.Count);
        int batches = train.Count / batchSize;
        List<(double Rate, double Loss)> points = [];
        double sum = 0;
        double least = double.PositiveInfinity;
        using BatchLoader loader = new(BatchRecipe.Of(trainer, new TrainingSource(train)), batchSize, trainer.LoaderThreads);
        for (int step = 0; step < Steps && !cancellation.IsCancellationRequested; step++)
        {
            if (step % batches == 0)
            {
                loader.Begin((step / batches) + 1, batches * batchSize);
            }

            double rate = Lowest * Math.Pow(Highest / Lowest, (double)step / (Steps - 1));
            optimizer.LearningRate = (float)rate;
            double loss = loader.Next().Train(trainer.Model, optimizer).Loss;
            sum = (Smoothing * sum) + ((1 - Smoothing) * loss);
            double smooth = sum / (1 - Math.Pow(Smoothing, step + 1));
            if (!double.IsFinite(smooth) || (step > 0 && smooth > Explosion * least))
            {
                break;
            }

            points.Add((rate, smooth));
            least = Math.Min(least, smooth);
        }

        return new LearningRateCurve(points);
    }
}
