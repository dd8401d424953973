using NetGen;

namespace Captions;

/// <summary>How the network is trained, and on how much.</summary>
internal static class Recipe
{
    public const int Epochs = 5;
    public const int Beam = 3;

    /// <summary>Scenes to train with.</summary>
    public const int Train = 16_000;

    /// <summary>Scenes to judge by, of each combination that is held out.</summary>
    public const int ScenesEach = 2;

    private const int BatchSize = 32;
    private const double LargestRate = 0.002;
    private const double Rise = 0.2;
    private const double GradientNorm = 1;

    /// <summary>Some seconds' steps.</summary>
    private const int CheckpointSteps = 200;

    public static Trainer For(Captioner network, OutFiles files, CaptionsOptions options) => new(network, new Adam { GradientClipNorm = GradientNorm })
    {
        BatchSize = BatchSize,
        Epochs = options.Epochs,
        Seed = (ulong)options.Seed,
        Schedule = new OneCycleSchedule(LargestRate, Rise),
        CheckpointPath = files.Checkpoint,
        CheckpointSteps = CheckpointSteps,
        Resume = true,
        Callbacks = { new CsvLog(files.Log) },
    };
}
