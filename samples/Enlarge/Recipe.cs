using NetGen;

namespace Enlarge;

/// <summary>How the network is trained.</summary>
internal static class Recipe
{
    public const int DrawnEpochs = 6;
    public const int Epochs = 4;

    private const int BatchSize = 16;
    private const double LargestRate = 0.002;
    private const double Rise = 0.2;

    /// <summary>Some seconds' steps.</summary>
    private const int CheckpointSteps = 200;

    /// <summary>Gives the network its first weights: what it adds to the straight lines begins at nothing.</summary>
    public static Espcn Create(int seed)
    {
        Espcn network = new((ulong)seed);
        network.Parameters["pixels.weight"].Edit().Clear();
        return network;
    }

    public static Trainer For(Espcn network, OutFiles files, EnlargeOptions options) => new(network, new Adam())
    {
        BatchSize = BatchSize,
        Epochs = options.Epochs,
        Seed = (ulong)options.Seed,
        Schedule = new OneCycleSchedule(LargestRate, Rise),
        CheckpointPath = files.Checkpoint,
        CheckpointSteps = CheckpointSteps,
        Resume = true,
        Metrics = { new PsnrMetric() },
        Callbacks = { new CsvLog(files.Log) },
    };
}
