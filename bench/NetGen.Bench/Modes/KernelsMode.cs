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

        // Multiply-adds are those of the direct form: one that needs fewer, such as Winograd's, may pass 100 %.
        Console.WriteLine("layer,what,batch,threads,ms,GFLOP/s,% of peak");
        foreach (int count in threads)
        {
            double peak = FmaPeak.Widest(count);
            Console.WriteLine($"peak,,,{count},,{peak:F1},100.0");
            foreach (SingleLayer layer in SingleLayer.All)
            {
                using Workload work = new(layer.Info, layer.Create(), Batch, count);
                double milliseconds = Clock.MedianMilliseconds(() => work.Predict(Batch), arguments.GetValue(_seconds));
                double rate = 2e-6 * layer.Info.Macs * Batch / milliseconds;
                Console.WriteLine($"{layer.What},infer,{Batch},{count},{milliseconds:F4},{rate:F1},{100 * rate / peak:F1}");
            }
        }

        return 0;
    }
}
