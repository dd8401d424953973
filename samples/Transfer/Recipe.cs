using NetGen;

namespace Transfer;

/// <summary>First the head alone, then all layers with smaller steps the further they are from it.</summary>
internal static class Recipe
{
    /// <summary>Passes over the photographs with all layers.</summary>
    public const int Epochs = 4;

    private const int HeadEpochs = 2;
    private const int BatchSize = 16;
    private const float HeadRate = 0.001f;
    private const float FineRate = 0.0002f;

    /// <summary>The least share of a photograph that a training image shows.</summary>
    private const float LeastScale = 0.35f;

    public static Trainer ForHead(AntsAndBees net, Dataset images, int seed)
    {
        // The pretrained layers keep their bits: weights by the optimizer, running statistics by the model.
        Adam adam = new(HeadRate);
        adam.Freeze(AntsAndBees.Body);
        net.FreezeBatchNorm = true;
        return Make(net, adam, images, seed, HeadEpochs);
    }

    public static Trainer ForAll(AntsAndBees net, Trainer before, Dataset images, int seed, int epochs)
    {
        Optimizer adam = before.Optimizer;
        adam.Thaw(AntsAndBees.Body);
        adam.Groups.Add(new ParameterGroup("head.*"));
        adam.Groups.Add(new ParameterGroup("basicblock7.*", "basicblock8.*", "basicblock9.*") { LearningRateFactor = 0.5f });
        adam.Groups.Add(new ParameterGroup("*") { LearningRateFactor = 0.1f });
        Trainer trainer = Make(net, adam, images, seed + 1, epochs);
        trainer.Schedule = new OneCycleSchedule(FineRate);
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
