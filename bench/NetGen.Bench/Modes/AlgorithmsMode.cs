using System.CommandLine;
using System.Globalization;
using System.Reflection;
using NetGen.Bench.Building;
using NetGen.Bench.Measuring;

namespace NetGen.Bench.Modes;

/// <summary>
/// Predictions of three 3×3 convolutions after each other, directly and by Winograd's minimal filtering, on one thread: what the generator's choice between them is
/// fitted to. Of three layers with weights of their own none finds them in the first caches. Algorithms take turns, and the fastest of several rounds counts.
/// </summary>
internal sealed class AlgorithmsMode : IMode
{
    private const int Layers = 3;
    private const int Rounds = 4;

    private static readonly string[] s_algorithms = ["Direct", "Winograd2", "Winograd4"];

    private readonly ShapeOptions _options = new("64x64x7,128x128x7,256x256x7,512x512x7,64x64x14,256x256x14,512x512x14", "1,2,4,8,16");

    public Command Command
    {
        get
        {
            Command command = new("algorithms", "Predictions of 3x3 convolutions by each algorithm, one thread.");
            _options.AddTo(command, () => Console.WriteLine("channels,size,images," + string.Join(",", s_algorithms.Select(a => a + " µs")) + ",Winograd2 / Direct,Winograd4 / Direct"), Measure);
            return command;
        }
    }

    private static void Measure(ConvolutionShape shape, int[] images, double seconds)
    {
        Assembly assembly = BuildMeasurement.Compile("using NetGen; namespace Measured;" + string.Concat(s_algorithms.Select(a =>
            $"[Input({shape.Inputs}, {shape.Size}, {shape.Size})] [Conv({shape.Outputs}, 3, Pad = 1, Repeat = {Layers}, Algorithm = ConvAlgorithm.{a})] public sealed partial class {a}Net;")));
        Model[] models = [.. s_algorithms.Select(a => (Model)Activator.CreateInstance(assembly.GetType($"Measured.{a}Net", throwOnError: true)!, 1ul)!)];
        Array.ForEach(models, m => m.Threads = 1);
        foreach (int count in images)
        {
            float[] inputs = [.. Enumerable.Range(0, count * models[0].Description.InputSize).Select(i => (i % 17 * 0.1f) - 0.8f)];
            float[] outputs = new float[count * models[0].Description.OutputSize];
            double[] best = Clock.BestMilliseconds([.. models.Select(m => (Action)(() => m.Predict(inputs, outputs)))], Rounds, seconds);
            string times = string.Join(",", best.Select(ms => (ms / Layers / count * 1000).ToString("F1", CultureInfo.InvariantCulture)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape.Inputs}→{shape.Outputs},{shape.Size},{count},{times},{best[1] / best[0]:F2},{best[2] / best[0]:F2}"));
        }

        Array.ForEach(models, m => m.Dispose());
    }
}
