using NetGen;

namespace CifarAblation;

/// <summary>How a stage is trained: as published, with Keras's defaults, unless one cycle is asked for.</summary>
internal static class Recipe
{
    private const int BatchSize = 128;
    private const float LearningRate = 0.001f;

    // Of one cycle, if that is asked for.
    private const double LargestRate = 0.003;
    private const double Rise = 0.2;

    private const float Rotation = 20;
    private const float Shift = 0.2f;
    private const float MixupAlpha = 0.2f;

    /// <summary>About half a minute's steps.</summary>
    private const int CheckpointSteps = 100;

    /// <summary>The file with a line for each epoch of a stage.</summary>
    public static string LogOf(Stage stage, AblationOptions options) => PathOf(stage, options) + ".csv";

    public static Trainer For(Stage stage, Model model, Dataset images, AblationOptions options)
    {
        string path = PathOf(stage, options);
        return new Trainer(model, new Adam(LearningRate) { AmsGrad = stage.AmsGrad })
        {
            BatchSize = BatchSize,
            Epochs = options.Epochs,
            Seed = (ulong)options.Seed,
            Schedule = options.OneCycle ? new OneCycleSchedule(LargestRate, Rise) : null,
            Transform = stage.Augments
                ? Augmentation.ImageDataGenerator(images.InputShape, rotationRange: Rotation, widthShiftRange: Shift, heightShiftRange: Shift, horizontalFlip: true)
                : null,
            BatchTransform = stage.Mixes ? Augmentation.Mixup(MixupAlpha) : null,
            CheckpointPath = path + ".checkpoint.safetensors",
            CheckpointSteps = CheckpointSteps,
            Resume = true,
            Callbacks = { new SaveBest(path + ".best.safetensors") { Monitor = MonitoredMetric.ValidationAccuracy }, new CsvLog(LogOf(stage, options)) },
        };
    }

    private static string PathOf(Stage stage, AblationOptions options) => Path.Combine(options.Out, FormattableString.Invariant($"stage{stage.Number}"));
}
