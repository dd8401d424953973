using NetGen;

namespace Transfer;

/// <summary>First the head alone, then the last stage with it, then all layers, with smaller steps the further they are from the head.</summary>
internal static class Recipe
{
    /// <summary>Passes over the photographs with all layers.</summary>
    public const int Epochs = 2;

    private const int HeadEpochs = 30;
    private const int HeadBatchSize = 32;
    private const float HeadRate = 0.003f;

    /// <summary>Strong, since 512 weights a class learn 244 photographs by heart.</summary>
    private const double HeadDecay = 0.1;

    private const int BatchSize = 16;
    private const float LateRate = 0.00001f;
    private const float LargestRate = 0.00002f;

    /// <summary>The least share of a photograph that a training image shows.</summary>
    private const float LeastScale = 0.5f;

    /// <summary>The layers before the last stage.</summary>
    private static readonly string[] s_early = ["conv1.*", "batchnorm1.*", .. Enumerable.Range(1, 6).Select(i => FormattableString.Invariant($"basicblock{i}.*"))];

    /// <summary>The head, on features.</summary>
    public static Trainer ForHead(Head head, int seed) => new(head, new Adam(HeadRate) { WeightDecay = HeadDecay, DecayBiasesAndNorms = false })
    {
        BatchSize = HeadBatchSize,
        Epochs = HeadEpochs,
        Seed = (ulong)seed,
    };

    /// <summary>Head and last stage, on the photographs; all before stays frozen.</summary>
    public static Trainer ForLastStage(AntsAndBees net, Dataset images, int seed)
    {
        Adam adam = new(LateRate);
        adam.Freeze(s_early);

        // Batches are small, and the photographs are of the kind that the running statistics are of.
        net.FreezeBatchNorm = true;
        return Make(net, adam, images, seed, epochs: 1);
    }

    /// <summary>All layers, with the same optimizer: what thaws begins its own count of steps.</summary>
    public static Trainer ForAll(AntsAndBees net, Optimizer adam, Dataset images, int seed, int epochs)
    {
        adam.Thaw(s_early);
        adam.Groups.Add(new ParameterGroup(s_early) { LearningRateFactor = 0.3f });
        Trainer trainer = Make(net, adam, images, seed + 1, epochs);
        trainer.Schedule = new OneCycleSchedule(LargestRate);
        return trainer;
    }

    private static Trainer Make(AntsAndBees net, Optimizer optimizer, Dataset images, int seed, int epochs) => new(net, optimizer)
    {
        BatchSize = BatchSize,
        Epochs = epochs,
        Seed = (ulong)seed,
        Transform = Augmentation.RandomResizedCrop(images.InputShape, (LeastScale, 1)) + Augmentation.RandomHorizontalFlip(images.InputShape),
    };
}
