using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace Peers;

/// <summary>ONNX Runtime on any file whose first dimension is the batch, with the settings of the shared program.</summary>
internal static class OnnxPredictions
{
    private const int FewestRuns = 5;

    /// <summary>Prints a median a batch size.</summary>
    public static void Measure(string model, int threads, double seconds, int[] batches)
    {
        foreach (int batch in batches)
        {
            using OnnxPrediction prediction = new(model, threads, batch);
            Print(model, "infer", batch, threads, Median(prediction.Run, seconds));
        }
    }

    /// <summary>Prints a line after the first prediction, for whoever started the process and its clock.</summary>
    public static void First(string model, int threads)
    {
        using OnnxPrediction prediction = new(model, threads, 1);
        prediction.Run();
        Console.WriteLine("first");
    }

    private static void Print(string model, string what, int batch, int threads, double milliseconds) =>
        Console.WriteLine($"onnxruntime-{OrtEnv.Instance().GetVersionString()},{Path.GetFileNameWithoutExtension(model)},{what},{batch},{threads},{milliseconds:F4}");

    // As the shared program times: two runs to warm up, then the median of all that fit in the time, of five at least.
    private static double Median(Action action, double seconds)
    {
        action();
        action();
        List<double> times = [];
        long began = Stopwatch.GetTimestamp();
        while (times.Count < FewestRuns || Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
    }
}
