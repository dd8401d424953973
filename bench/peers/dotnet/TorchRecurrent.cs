using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Peers;

/// <summary>Training steps of one LSTM by TorchSharp: sequences in, the state after each step against targets, plain gradient descent.</summary>
internal static class TorchRecurrent
{
    private const int FewestSteps = 5;

    public static void Measure(int steps, int features, int units, int batch, int threads, double seconds)
    {
        set_num_threads(threads);
        set_num_interop_threads(1);
        using var everything = NewDisposeScope();
        random.manual_seed(0);
        var model = nn.LSTM(features, units, batchFirst: true);
        Tensor inputs = randn(batch, steps, features);
        Tensor targets = randn(batch, steps, units);
        var optimizer = optim.SGD(model.parameters(), 0.01);
        model.train();
        for (int i = 0; i < 3; i++)
        {
            Step();
        }

        List<double> times = [];
        using Process process = Process.GetCurrentProcess();
        TimeSpan busy = process.TotalProcessorTime;
        long began = Stopwatch.GetTimestamp();
        while (times.Count < FewestSteps || Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            long start = Stopwatch.GetTimestamp();
            Step();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        process.Refresh();
        double processor = (process.TotalProcessorTime - busy).TotalMilliseconds / times.Count;
        times.Sort();
        Console.WriteLine($"torchsharp-{typeof(Tensor).Assembly.GetName().Version?.ToString(3)},lstm,train,{batch},{threads},{times[times.Count / 2]:F4}");
        Console.WriteLine($"torchsharp-{typeof(Tensor).Assembly.GetName().Version?.ToString(3)},lstm,train-processor,{batch},{threads},{processor:F4}");

        void Step()
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.mse_loss(model.call(inputs).Item1, targets).backward();
            optimizer.step();
        }
    }
}
