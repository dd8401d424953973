using NetGen;

namespace Digits;

/// <summary>How the network is trained.</summary>
internal static class Recipe
{
    private const int BatchSize = 100;

    // One cycle reaches a large rate that would diverge at the start, and a short rise leaves a run of two epochs time to settle.
    private const double LargestRate = 0.002;
    private const double Rise = 0.2;

    // A rate that changes quickly wants a mean square that follows quickly.
    private const double Beta2 = 0.99;

    public static Trainer For(DeepConvNet model, RunOptions options) => new(model, new Adam { Beta2 = Beta2 })
    {
        BatchSize = BatchSize,
        Epochs = options.Epochs,
        Seed = (ulong)options.Seed,
        Schedule = new OneCycleSchedule(LargestRate, Rise),
        Transform = Shift.Apply,
    };
}
