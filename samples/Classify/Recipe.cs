using NetGen;

namespace Classify;

/// <summary>How the networks are trained.</summary>
internal static class Recipe
{
    private const int BatchSize = 32;
    private const int CheckpointSteps = 100;
    private const float WeightDecay = 0.05f;
    private const float Jitter = 0.3f;

    /// <summary>The least part of a picture that is shown.</summary>
    private const float LeastPart = 0.3f;

    /// <summary>The largest rate of weights that are drawn at random.</summary>
    private const float LearningRate = 0.002f;

    /// <summary>How much slower weights go that were trained before.</summary>
    private const float PretrainedFactor = 0.05f;

    /// <param name="model">The network.</param>
    /// <param name="pretrained">The paths of the parameters that were trained before.</param>
    /// <param name="options">The command line.</param>
    public static Trainer For(Classifier model, IReadOnlyList<string> pretrained, TrainOptions options)
    {
        IReadOnlyList<int> shape = Classifier.Info.InputShape;
        AdamW adam = new(LearningRate) { WeightDecay = WeightDecay, DecayBiasesAndNorms = false };
        if (pretrained.Count > 0)
        {
            HashSet<string> paths = [.. pretrained];
            adam.Groups.Add(new ParameterGroup(p => paths.Contains(p.Path)) { LearningRateFactor = PretrainedFactor });
        }

        return new Trainer(model, adam)
        {
            BatchSize = BatchSize,
            Epochs = options.Epochs,
            Seed = (ulong)options.Seed,
            Schedule = new OneCycleSchedule(LearningRate),
            Transform = Augmentation.RandomResizedCrop(shape, (LeastPart, 1))
                + Augmentation.RandomHorizontalFlip(shape)
                + Augmentation.InPixelSpace(Augmentation.ColorJitter(shape, Jitter, Jitter, Jitter), shape, Classifier.Mean, Classifier.Deviation),
            LoaderThreads = int.Max(1, options.Threads / 2),
            CheckpointSteps = CheckpointSteps,
        };
    }
}
