using System.CommandLine;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Modes;

/// <summary>Kernels against the multiply-add peak, each by way of a model that holds little else.</summary>
internal sealed class KernelsMode : IMode
{
    private const int Batch = 64;
    private readonly Option<string> _threads = new("--threads") { Description = "Numbers of threads separated by commas.", DefaultValueFactory = _ => "1,2" };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for one median, in seconds.", DefaultValueFactory = _ => 1 };

    public Command Command
    {
        get
        {
            Command command = new("kernels", "Single layers against the multiply-add peak.") { _threads, _seconds };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        if (!Lists.TryThreads(arguments.GetValue(_threads)!, out IReadOnlyList<int> threads, out string problem))
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        double seconds = arguments.GetValue(_seconds);
        Console.WriteLine("layer,what,batch,threads,ms,GFLOP/s,% of peak");
        foreach (int count in threads)
        {
            double peak = FmaPeak.Widest(count);
            Console.WriteLine($"peak,,,{count},,{peak:F1},100.0");
            foreach (SingleLayer layer in SingleLayer.All)
            {
                Model model = layer.Create();
                using Workload work = new(model, Batch, count);
                double gigaflops = 2e-9 * model.Description.Macs * Batch;
                Report(layer, "predict", count, peak, gigaflops, Clock.MedianMilliseconds(() => work.Predict(Batch), seconds));

                // Forward, the gradient by the inputs and the one by the weights do as many multiply-adds each.
                Report(layer, "gradients", count, peak, 3 * gigaflops, Clock.MedianMilliseconds(work.Gradients, seconds));
            }
        }

        return 0;
    }

    // Multiply-adds are those of the direct form: one that needs fewer, such as Winograd's, may pass 100 %.
    private static void Report(SingleLayer layer, string what, int threads, double peak, double gigaflops, double milliseconds)
    {
        double rate = gigaflops / milliseconds * 1000;
        Console.WriteLine($"{layer.What},{what},{Batch},{threads},{milliseconds:F4},{rate:F1},{100 * rate / peak:F1}");
    }
}
