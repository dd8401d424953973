using NetGen;

namespace Cifar;

/// <summary>
/// How the networks are trained: section 4.2 of the paper with smaller batches, since there are far fewer images; with a warm-up for all, as the
/// paper has it for 110 layers; and with a learning rate that falls to nothing, so that the last epochs can be compared without their noise.
/// </summary>
internal static class Recipe
{
    private const int BatchSize = 32;
    private const int Border = 4;
    private const float LearningRate = 0.05f;
    private const double Momentum = 0.9;
    private const double WeightDecay = 1e-4;
    private const double FirstRate = 0.1;

    public static Trainer For(Model model, Dataset images, DegradationOptions options) =>
        new(model, new Sgd(LearningRate) { Momentum = Momentum, WeightDecay = WeightDecay })
        {
            BatchSize = BatchSize,
            Epochs = options.Epochs,
            Seed = (ulong)options.Seed,
            Schedule = new WarmUpSchedule(new CosineSchedule(LearningRate), epochs: 1, startFactor: FirstRate),

            // Of normalised images the mean colour is 0, which is what the border is filled with.
            Transform = Augmentation.RandomHorizontalFlip(images.InputShape) + Augmentation.RandomCrop(images.InputShape, Border),
        };
}
