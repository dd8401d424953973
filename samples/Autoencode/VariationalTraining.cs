using NetGen;

namespace Autoencode;

/// <summary>Trains a variational autoencoder on images that are drawn in black and white anew in each epoch, and evaluates it.</summary>
/// <param name="name">What it is called.</param>
/// <param name="network">The network.</param>
/// <param name="options">The options.</param>
internal sealed class VariationalTraining(string name, VariationalAutoencoder network, AutoencodeOptions options)
{
    public const int Epochs = 60;
    public const int PlaneEpochs = 30;
    public const int DrawnEpochs = 30;

    private const int BatchSize = 100;
    private const double Rate = 0.001;
    private const double LastRate = 0.00005;

    /// <summary>What random numbers are for, so that each purpose has a sequence of its own; the order's is 0.</summary>
    private const int Noise = 1;
    private const int Test = 2;

    private float[] _images = [];

    /// <summary>Trains; the same call goes on where it was interrupted.</summary>
    /// <returns>Whether it came to its end.</returns>
    public bool Run(DigitSet train, int epochs, CancellationToken cancellation)
    {
        EpochOrder order = new(train.Count, BatchSize, (ulong)options.Seed);
        StepLoop loop = new(name, ["reconstruction", "divergence"], epochs, order.Steps, BatchSize);
        SavedState state = network.StateIn(
            Path.Combine(options.Out, name), FormattableString.Invariant($"{train.Count} images, {epochs} epochs, batch {BatchSize}, seed {options.Seed}"));
        return loop.Run(
            state,
            (number, figures) =>
            {
                RandomSource random = new((ulong)options.Seed, Noise, (int)number);
                ReadOnlySpan<float> images = Draw(train, order.Batch(number), ref random);
                (figures[0], figures[1]) = network.Step(images, RateAt((double)number / loop.Steps), ref random);
            },
            epochEnded: null,
            cancellation);
    }

    /// <summary>The bound over all images of a set, each drawn once in black and white and with one sample of its code: log p(x) is at least that, in nats, on average.</summary>
    public double Bound(DigitSet images)
    {
        RandomSource random = new((ulong)options.Seed, Test, 0);
        double sum = 0;
        for (int first = 0; first < images.Count; first += BatchSize)
        {
            int count = Math.Min(BatchSize, images.Count - first);
            (double reconstruction, double divergence) = network.Evaluate(Draw(images, [.. Enumerable.Range(first, count)], ref random), ref random);
            sum -= (reconstruction + divergence) * count;
        }

        return sum / images.Count;
    }

    /// <summary>A half cosine from the first rate to the last.</summary>
    private static float RateAt(double part) => (float)(LastRate + ((Rate - LastRate) * (1 + Math.Cos(Math.PI * part)) / 2));

    private ReadOnlySpan<float> Draw(DigitSet images, ReadOnlySpan<int> indices, ref RandomSource random)
    {
        if (_images.Length == 0)
        {
            _images = new float[BatchSize * DigitSet.Pixels];
        }

        int count = 0;
        foreach (int index in indices)
        {
            images.Draw(index, _images.AsSpan(count++ * DigitSet.Pixels, DigitSet.Pixels), ref random);
        }

        return _images.AsSpan(0, count * DigitSet.Pixels);
    }
}
