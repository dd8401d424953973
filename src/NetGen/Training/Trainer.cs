using NetGen.Runtime;

namespace NetGen;

/// <summary>Trains a model on a data set, epoch by epoch.</summary>
/// <remarks>
/// The order of the samples and the random numbers of <see cref="Transform"/> depend on <see cref="Seed"/>, the epoch and the
/// sample alone, those of <see cref="BatchTransform"/> on the seed, the epoch and the batch. So equal models, optimizers, data, settings and seeds give the same bits, whatever the number of threads;
/// reports and cancellation change nothing of it. Random numbers inside of the model, such as dropout's, have the model's seed.
/// </remarks>
public sealed partial class Trainer
{
    /// <summary>Trains a model with an optimizer.</summary>
    /// <param name="model">What is trained; the trainer does not dispose of it.</param>
    /// <param name="optimizer">How; its state goes on from one <see cref="Fit(Dataset, Dataset?, CancellationToken)"/> to the next.</param>
    public Trainer(Model model, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        Model = model;
        Optimizer = optimizer;
    }

    /// <summary>What is trained.</summary>
    public Model Model { get; }

    /// <summary>How.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Samples a step, over all processes where there are several, at least 1; the last step of an epoch takes those that are left, unless <see cref="DropLast"/> is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int BatchSize
    {
        get;
        set => field = Check.AtLeastOne(value, nameof(BatchSize));
    } = 64;

    /// <summary>
    /// The processes that train together, each on its share of every batch: <c>MpiWorld</c> of the package <c>NetGen.Distributed</c>. What comes out is what one process comes to, to rounding. Nothing else of a
    /// program changes, but that it runs on every rank: <see cref="Progress"/> is told on rank 0 alone, files are written there alone (<see cref="TrainingCallback.RunsOnFirstRankOnly"/>), and validation is shared as
    /// well. A model with outputs that have targets of their own is refused on several ranks. A world of one rank costs nothing. What keeps one rank from going on ends all of them.
    /// Ranks on one machine share its processors evenly where <see cref="Model.Threads"/> was not set.
    /// </summary>
    public World? World { get; set; }

    /// <summary>
    /// Whether batch norms take their statistics over the whole batch of all ranks, as PyTorch's <c>SyncBatchNorm</c>, at the cost of two small exchanges a layer; otherwise each rank's are of its own samples and the
    /// running ones are the ranks' mean.
    /// </summary>
    public bool SynchronizeBatchNorm { get; set; }

    /// <summary>Where set, <see cref="BatchSize"/> is what each rank takes of a step, and learning rates grow with the number of ranks.</summary>
    public LinearScaling? Scaling { get; set; }

    /// <summary>Samples of a step over all ranks.</summary>
    internal int StepSize => Scaling is null ? BatchSize : checked(BatchSize * (World?.Size ?? 1));

    /// <summary>Passes over the training set, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int Epochs
    {
        get;
        set => field = Check.AtLeastOne(value, nameof(Epochs));
    } = 1;

    /// <summary>
    /// Whether the samples that are left at an epoch's end, too few for a whole batch, are left out, as PyTorch's <c>drop_last</c> does. Which ones
    /// those are changes from epoch to epoch.
    /// </summary>
    public bool DropLast { get; set; }

    /// <summary>Decides the order of the samples and the random numbers of <see cref="Transform"/>.</summary>
    [CLSCompliant(false)]
    public ulong Seed { get; set; }

    /// <summary>Sets the optimizer's learning rate before each step; where absent, the rate stays as it is.</summary>
    public LearningRateSchedule? Schedule { get; set; }

    /// <summary>Changes training inputs, as an augmentation; validation inputs are left as they are.</summary>
    public InputTransform? Transform { get; set; }

    /// <summary>
    /// Changes training inputs together with the classes of their pixels, before <see cref="Transform"/>: where pixels move, labels move with them. For samples with a label at each pixel;
    /// validation samples are left as they are. Targets of further outputs (<see cref="Dataset.Further"/>) do not move: a model is refused where one of them is anything but a class of the whole sample.
    /// </summary>
    public PixelTransform? PixelTransform { get; set; }

    /// <summary>Changes training batches after <see cref="Transform"/>, for example mixes their images; labels become a share of each class for it.
    /// A model with outputs that have targets of their own is refused, since those would not be mixed.</summary>
    public BatchTransform? BatchTransform { get; set; }

    /// <summary>
    /// What a sample of each class counts for in training, 0 or more: PyTorch's <c>weight</c> of <c>CrossEntropyLoss</c>. The weights of a batch together count for as many as there
    /// are predictions, so that the rate needs no change; with shares of classes, each share has its class's weight. Where outputs have targets of their own, they weigh the loss of the model's own output alone.
    /// </summary>
    public IReadOnlyList<float>? ClassWeights { get; set; }

    /// <summary>How many batches one step takes the mean gradient of, at least 1: a batch as large as memory does not hold. Batch norms still see each batch by itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int AccumulateBatches
    {
        get;
        set => field = Check.AtLeastOne(value, nameof(AccumulateBatches));
    } = 1;

    /// <summary>
    /// How many threads read and change samples ahead of the step, 0 or more; with 0 the training thread does it between steps. The bits do not depend on it. With 1 and more the
    /// data set and the transforms are used on other threads, and must allow for that.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int LoaderThreads
    {
        get;
        set => field = Check.InRange(value, 0, 1024, nameof(LoaderThreads));
    } = 1;

    /// <summary>An average of the parameters that is taken further after each step, and stands in the model during validation; the model trains on with its own.</summary>
    public ParameterAverage? Average { get; set; }

    /// <summary>
    /// A file that all of a training's state is kept in: written at each epoch's end, when <see cref="CheckpointSteps"/> have passed, and when the training is cancelled. Beside the
    /// target first and then renamed, so that a reader sees a whole one whenever the program is killed.
    /// </summary>
    public string? CheckpointPath { get; set; }

    /// <summary>After how many steps a checkpoint is written within an epoch; 0 for none but at its end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int CheckpointSteps
    {
        get;
        set => field = Check.InRange(value, 0, int.MaxValue, nameof(CheckpointSteps));
    }

    /// <summary>
    /// Whether <see cref="Fit(Dataset, Dataset?, CancellationToken)"/> goes on from <see cref="CheckpointPath"/> where that file exists. With the same data and settings the training ends with the same bits as one that was
    /// never interrupted; one that a callback ended has nothing left to do. <see cref="Epochs"/> may be more than before; a schedule then stretches over all of them.
    /// </summary>
    public bool Resume { get; set; }

    /// <summary>
    /// Further figures that are found out on the validation set after each epoch, such as <see cref="TopK"/>: Keras's <c>compile(metrics=[...])</c>. They stand in
    /// <see cref="EpochResult.Metrics"/>, in reports and logs, and callbacks can watch them (<see cref="MonitoredMetric.OfValidation"/>). Training batches have none: a step keeps no outputs.
    /// </summary>
    public IList<Metric> Metrics { get; } = [];

    /// <summary>Are told of the training's course, in their order.</summary>
    public IList<TrainingCallback> Callbacks { get; } = [];

    /// <summary>Is told about 10 times a second how far the training is, and at every epoch's end.</summary>
    /// <remarks>
    /// It is told on the training thread, between two steps, and may use the model there. <see cref="Progress{T}"/> passes what it is told on to another
    /// thread, where the model is not to be had until the training ends: predict there with a predictor from <see cref="Model.CreatePredictor"/>, which
    /// any thread may ask for at any time. What the callback throws on the training thread ends the training.
    /// </remarks>
    public IProgress<TrainingProgress>? Progress { get; set; }

    /// <summary>Evaluates a model on a whole data set.</summary>
    /// <param name="model">The model, in inference mode.</param>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples at once; the outcome does not depend on it but for rounding. Where labels count differently (<c>IgnoreIndex</c>, <c>ClassWeights</c>), each batch counts for what its labels do.</param>
    /// <returns>The mean loss and the right answers over the set; where outputs have targets of their own, the weighted sum of their losses (<see cref="Evaluator"/> has each), and the answers of the model's own.</returns>
    /// <exception cref="ArgumentException">The data set is empty or does not fit the model, its further targets are not exactly those of the model's outputs, or the batch size is under 1.</exception>
    public static StepResult Evaluate(Model model, Dataset dataset, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dataset);
        Check.AtLeastOne(batchSize, nameof(batchSize));
        DatasetFit.CheckLosses(model, dataset, nameof(dataset));
        using Evaluation evaluation = new(model, dataset, batchSize, loaderThreads: 0, []);
        return evaluation.Run(CancellationToken.None)!.Value;
    }

    /// <summary>Trains for <see cref="Epochs"/> epochs.</summary>
    /// <param name="train">The samples to train with.</param>
    /// <param name="validation">Samples to evaluate the model on after each epoch.</param>
    /// <param name="cancellation">Ends the training between two steps; the model keeps what it has learned.</param>
    /// <returns>What each finished epoch came to.</returns>
    /// <exception cref="ArgumentException">
    /// A data set is empty or does not fit the model; its further targets (<see cref="Dataset.Further"/>) are not exactly those of the model's outputs by name, kind and size,
    /// or a transform would have to change them; there are <see cref="Metrics"/> without a validation set, or two of a name; <see cref="DropLast"/> would leave nothing; or a batch would hold a single sample, of which a batch norm of the
    /// model makes no statistics.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another thread uses the model as the training begins (from then on it is this thread's until the training ends, and others are refused), or <see cref="World"/> has several ranks and the
    /// model outputs with targets of their own.</exception>
    /// <exception cref="WeightFileException"><see cref="Resume"/> is set and the checkpoint is damaged, or of another network or other settings; the model is as before.</exception>
    /// <exception cref="IOException">A checkpoint cannot be written; the one before it is as it was.</exception>
    /// <exception cref="TrainingDivergedException">The loss became infinite or not a number; the model is as that step left it.</exception>
    /// <exception cref="WorldMismatchException">The ranks of <see cref="World"/> do not train the same; none has changed.</exception>
    public TrainingResult Fit(Dataset train, Dataset? validation = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        DatasetFit.CheckLosses(Model, train, nameof(train));
        return Fit(new TrainingSource(train), validation, cancellation);
    }

    /// <summary>Trains for <see cref="Epochs"/> epochs with samples that come one after the other and are never all in memory.</summary>
    /// <param name="train">The samples to train with.</param>
    /// <param name="validation">Samples to evaluate the model on after each epoch.</param>
    /// <param name="cancellation">Ends the training between two steps, or while it waits for a sample; the model keeps what it has learned.</param>
    /// <returns>What each finished epoch came to.</returns>
    /// <exception cref="ArgumentException">
    /// A sample's sizes or the validation set do not fit the model, or it has outputs with targets of their own, which a stream has none for;
    /// there are <see cref="Metrics"/> without a validation set, or two of a name; <see cref="DropLast"/> would leave nothing; or a batch would
    /// hold a single sample, of which a batch norm of the model makes no statistics.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A <see cref="Schedule"/> or <see cref="AccumulateBatches"/> needs <see cref="SampleStream.SamplesPerEpoch"/>, an epoch had no batch, or another thread uses the model as the training begins.
    /// </exception>
    /// <exception cref="SampleStreamException">The sequence failed, ended early, or gave a sample that does not fit; the message has its place. The model keeps what it has learned until then.</exception>
    /// <exception cref="WeightFileException"><see cref="Resume"/> is set and the checkpoint is damaged, or of another network or other settings; the model is as before.</exception>
    /// <exception cref="IOException">A checkpoint cannot be written; the one before it is as it was.</exception>
    /// <exception cref="TrainingDivergedException">The loss became infinite or not a number; the model is as that step left it.</exception>
    /// <exception cref="WorldMismatchException">The ranks of <see cref="World"/> do not train the same; none has changed.</exception>
    public TrainingResult Fit(SampleStream train, Dataset? validation = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        DatasetFit.CheckSizes(Model, train.Sizes, nameof(train));
        FurtherFit.Check(Model, train.Sizes.Further, nameof(train));
        if (train.SamplesPerEpoch is null && (Schedule is not null || AccumulateBatches > 1))
        {
            throw new InvalidOperationException(
                $"expected a {nameof(SampleStream)} with {nameof(SampleStream.SamplesPerEpoch)} for {(Schedule is not null ? nameof(Schedule) : nameof(AccumulateBatches))}, actual one without");
        }

        return Fit(new TrainingSource(train), validation, cancellation);
    }

    private TrainingResult Fit(TrainingSource train, Dataset? validation, CancellationToken cancellation)
    {
        FurtherFit.CheckWorld(this);
        if (validation is not null)
        {
            DatasetFit.CheckLosses(Model, validation, nameof(validation));
        }

        if (train.Count is { } count)
        {
            CheckBatches(count);
        }

        CheckMetrics(validation);
        CheckCheckpoint();
        Model.ShareProcessors(World?.RanksOnThisMachine ?? 1);
        using Gate.Reservation reservation = Model.Reserve();
        return World is { Size: > 1 } world ? FitTogether(world, train, validation, cancellation) : Run(train, validation, cancellation);
    }

    private TrainingResult Run(TrainingSource train, Dataset? validation, CancellationToken cancellation)
    {
        using TrainingRun run = new(this, train, validation, cancellation);
        return run.Run();
    }

    private TrainingResult FitTogether(World world, TrainingSource train, Dataset? validation, CancellationToken cancellation)
    {
        WorldManifest.Check(world, this, train, validation);
        try
        {
            return Run(train, validation, cancellation);
        }
        catch (Exception e) when (e is not (WorldMismatchException or TrainingDivergedException))
        {
            // The others do not know of it, and would wait for this one.
            world.Abort($"{e.GetType().Name}: {e.Message}");
            throw;
        }
    }

    /// <summary>Refuses before the first step what some step would refuse.</summary>
    private void CheckBatches(int count)
    {
        int stepSize = StepSize;
        if (DropLast && count < stepSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a whole batch of {stepSize} samples or more with DropLast, actual {count}"), "train");
        }

        // Shares of a batch differ by one sample at most: of the whole ones, and of the last.
        int ranks = SynchronizeBatchNorm ? 1 : World?.Size ?? 1;
        if (int.Min(stepSize, count) is var whole && (HasShareOfOne(whole, ranks) || (!DropLast && HasShareOfOne(count % stepSize, ranks))))
        {
            Model.CheckNorms(1, "train");
        }

        static bool HasShareOfOne(int samples, int ranks) => samples / ranks == 1 || (samples > 0 && samples <= ranks);
    }

    private void CheckMetrics(Dataset? validation)
    {
        if (Metrics.Count > 0 && validation is null)
        {
            throw new ArgumentException($"expected a validation set for the {Metrics[0].Name}, actual none", nameof(validation));
        }

        if (Metrics.GroupBy(m => m.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } alike)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected metrics of different names, actual {alike.Count()} of \"{alike.Key}\""), nameof(Metrics));
        }
    }

    private void CheckCheckpoint()
    {
        if (CheckpointPath is null && (Resume || CheckpointSteps > 0))
        {
            throw new InvalidOperationException($"expected a {nameof(CheckpointPath)} with {(Resume ? nameof(Resume) : nameof(CheckpointSteps))}, actual none");
        }

        if (CheckpointPath is not null && Callbacks.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } alike)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"expected callbacks of different names in a checkpoint, actual {alike.Count()} of \"{alike.Key}\": set their {nameof(TrainingCallback.Name)}"));
        }
    }
}
