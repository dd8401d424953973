using NetGen.Runtime;

namespace NetGen;

/// <summary>How samples become a batch: what changes them, and what their targets are made of.</summary>
internal sealed record BatchRecipe
{
    /// <summary>Where samples come from; null where they come from <see cref="Stream"/>.</summary>
    public Dataset? Dataset { get; init; }

    /// <summary>Where samples come from one after the other.</summary>
    public SampleStream? Stream { get; init; }

    /// <summary>What a sample is made of.</summary>
    public SampleSizes Sizes => field ??= Stream?.Sizes ?? SampleSizes.Of(Dataset!);

    /// <summary>Decides the order of the samples and all random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether each epoch has an order of its own; the set's own order otherwise.</summary>
    public bool Shuffles { get; init; }

    /// <summary>Whether a stream's samples that are left at an epoch's end, too few for a batch, are left out.</summary>
    public bool DropLast { get; init; }

    /// <summary>Changes each input.</summary>
    public InputTransform? Transform { get; init; }

    /// <summary>Changes each input together with its labels, before <see cref="Transform"/>.</summary>
    public PixelTransform? PixelTransform { get; init; }

    /// <summary>Changes the whole batch.</summary>
    public BatchTransform? BatchTransform { get; init; }

    /// <summary>What a sample of each class counts for; null where all are alike.</summary>
    public float[]? ClassWeights { get; init; }

    /// <summary>Classes, where labels become a share of each class; 0 where they stay labels.</summary>
    public int Classes { get; init; }

    /// <summary>This process among those that share each batch.</summary>
    public int Rank { get; init; }

    /// <summary>How many processes share each batch.</summary>
    public int Ranks { get; init; } = 1;

    /// <summary>Target floats a sample.</summary>
    public int TargetSize => Classes > 0 && Sizes.Labels > 0 ? Classes * Sizes.Labels : Sizes.Targets;

    /// <summary>This process's part of a batch.</summary>
    public TeamShare ShareOf(int count) => TeamShare.Of(count, Rank, Ranks);

    /// <summary>Room for a batch: of a data set this process's part alone is read, of a stream all of it, since what is passed over has to be read as well.</summary>
    public int RoomFor(int batchSize) => Stream is null ? ((batchSize - 1) / Ranks) + 1 : batchSize;

    /// <summary>The recipe that a trainer's settings come to.</summary>
    /// <exception cref="ArgumentException">There are not as many weights as classes, labels are to be moved that are none of pixels, or samples are to be changed whose further targets would have to change with them.</exception>
    public static BatchRecipe Of(Trainer trainer, TrainingSource train)
    {
        int classes = trainer.Model.Layout.Classes;
        float[]? weights = trainer.ClassWeights is { } given ? [.. given] : null;
        if (weights is not null && weights.Length != classes)
        {
            throw new ArgumentException(
                classes > 0
                    ? FormattableString.Invariant($"expected a weight for each of {classes} classes, actual {weights.Length}")
                    : $"expected a model whose loss takes class labels, actual {trainer.Model.Description.Name}",
                nameof(Trainer.ClassWeights));
        }

        if (trainer.PixelTransform is not null && !train.Sizes.HasLabelAtEachPixel)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"expected images with a label at each pixel, actual inputs of {ShapeText.Of(train.Sizes.InputShape)} with {train.Sizes.Labels} labels and {train.Sizes.Targets} targets each"),
                nameof(Trainer.PixelTransform));
        }

        FurtherFit.CheckTransforms(trainer);
        foreach (float weight in weights ?? [])
        {
            Check.NotNegative(weight, nameof(Trainer.ClassWeights));
        }

        return new BatchRecipe
        {
            Dataset = train.Dataset,
            Stream = train.Stream,
            DropLast = trainer.DropLast,
            Rank = trainer.World?.Rank ?? 0,
            Ranks = trainer.World?.Size ?? 1,
            Seed = trainer.Seed,
            Shuffles = true,
            Transform = trainer.Transform,
            PixelTransform = trainer.PixelTransform,
            BatchTransform = trainer.BatchTransform,
            ClassWeights = weights,
            Classes = classes > 0 && (weights is not null || trainer.BatchTransform is not null) ? classes : 0,
        };
    }

    /// <summary>Puts the samples in an epoch's order, which depends on the seed and the epoch alone.</summary>
    public void Order(Span<int> samples, int epoch)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = i;
        }

        if (Shuffles)
        {
            // No sample has the number -1, so these numbers are apart from those of the transforms.
            RandomSource random = new(Seed, epoch, -1);
            random.Shuffle(samples);
        }
    }
}
