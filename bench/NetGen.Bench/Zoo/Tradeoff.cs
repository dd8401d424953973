using NetGen.Bench.Measuring;
using NetGen.Zoo;

namespace NetGen.Bench.Zoo;

/// <summary>What a network of the zoo takes on this machine.</summary>
/// <param name="Network">The network.</param>
/// <param name="Info">Its layer table.</param>
/// <param name="Predicted">Milliseconds an image by the roofline: each layer needs the longer of its arithmetic at the FMA peak and of reading its weights.</param>
/// <param name="Measured">Milliseconds an image, measured.</param>
internal sealed record Tradeoff(ZooNetwork Network, ModelInfo Info, double Predicted, double Measured)
{
    /// <summary>Measures predictions of single images.</summary>
    /// <param name="network">The network.</param>
    /// <param name="gigaflops">The FMA peak of that many threads.</param>
    /// <param name="gigabytes">Memory bandwidth, per second.</param>
    /// <param name="threads">Threads of a prediction.</param>
    /// <param name="seconds">Time for the median.</param>
    public static Tradeoff Measure(ZooNetwork network, double gigaflops, double gigabytes, int threads, double seconds)
    {
        using Model model = network.Create(1);
        ModelInfo info = model.Description;

        // One image does not share its layers between threads, so threads have an image each.
        using Workload work = new(model, threads, threads);
        double milliseconds = Clock.MedianMilliseconds(() => work.Predict(threads), seconds) / threads;
        double predicted = info.Layers.Where(l => !l.TrainingOnly).Sum(l => Math.Max(2.0 * l.Macs / gigaflops, sizeof(float) * l.ParameterCount / gigabytes / threads)) / 1e6;
        return new Tradeoff(network, info, predicted, milliseconds);
    }
}
