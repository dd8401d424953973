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

    // Handwriting leans and varies in size by about so much; a turn of more begins to make other digits.
    private const float Rotation = 12;
    private const float Slant = 12;
    private const float Move = 0.08f; // two pixels
    private const float Smallest = 0.9f;
    private const float Largest = 1.1f;

    public static Trainer For(DeepConvNet model, int network, RunOptions options) => new(model, new Adam { Beta2 = Beta2 })
    {
        BatchSize = BatchSize,
        Epochs = options.Epochs,
        Seed = options.SeedOf(network),
        Schedule = new OneCycleSchedule(LargestRate, Rise),
        Transform = options.Ensemble == 1 ? Shift.Apply : Varied(),
    };

    /// <summary>Turned, slanted, scaled and moved, for a longer training than shifts are enough for.</summary>
    private static InputTransform Varied() => Augmentation.RandomAffine(
        DeepConvNet.Info.InputShape, Rotation, translate: (Move, Move), scale: (Smallest, Largest), shear: Slant, fill: [Shift.Background]);
}
