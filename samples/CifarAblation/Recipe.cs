using NetGen;

namespace CifarAblation;

/// <summary>How a stage is trained: as published, with Keras's defaults, or by today's recipe.</summary>
internal static class Recipe
{
    private const int BatchSize = 128;
    private const float LearningRate = 0.001f;

    private const float Rotation = 20;
    private const float Shift = 0.2f;
    private const float MixupAlpha = 0.2f;

    // Today's: a common choice for CIFAR-10 and batches of 128 since He et al. 2015 ("Deep Residual Learning", section 4.2), with one cycle of the rate (Smith and Topin 2018) and cutout.
    private const float LargestRate = 0.1f;
    private const double Rise = 0.2;
    private const double Momentum = 0.9;
    private const double WeightDecay = 5e-4;
    private const int Padding = 4;
    private const int Cutout = 8;

    /// <summary>About half a minute's steps.</summary>
    private const int CheckpointSteps = 100;

    /// <summary>The file with a line for each epoch of a stage.</summary>
    public static string LogOf(Stage stage, AblationOptions options) => PathOf(stage, options) + ".csv";

    public static Trainer For(Stage stage, Model model, Dataset images, AblationOptions options)
    {
        string path = PathOf(stage, options);
        Optimizer optimizer = options.Modern
            ? new Sgd(LargestRate) { Momentum = Momentum, Nesterov = true, WeightDecay = WeightDecay, DecayBiasesAndNorms = false }
            : new Adam(LearningRate) { AmsGrad = stage.AmsGrad };
        return new Trainer(model, optimizer)
        {
            BatchSize = BatchSize,
            Epochs = options.Epochs,
            Seed = (ulong)options.Seed,
            Schedule = options.Modern ? new OneCycleSchedule(LargestRate, Rise) : null,
            Transform = stage.Augments ? Changes(images.InputShape, options.Modern) : null,
            BatchTransform = stage.Mixes ? Augmentation.Mixup(MixupAlpha) : null,
            CheckpointPath = path + ".checkpoint.safetensors",
            CheckpointSteps = CheckpointSteps,
            Resume = true,
            Callbacks = { new SaveBest(path + ".best.safetensors") { Monitor = MonitoredMetric.ValidationAccuracy }, new CsvLog(LogOf(stage, options)) },
        };
    }

    private static InputTransform Changes(IReadOnlyList<int> shape, bool modern) => modern
        ? Augmentation.RandomCrop(shape, Padding, fillMode: FillMode.Reflect) + Augmentation.RandomHorizontalFlip(shape) + Augmentation.Cutout(shape, Cutout)
        : Augmentation.ImageDataGenerator(shape, rotationRange: Rotation, widthShiftRange: Shift, heightShiftRange: Shift, horizontalFlip: true);

    private static string PathOf(Stage stage, AblationOptions options) => Path.Combine(options.Out, FormattableString.Invariant($"stage{stage.Number}"));
}
