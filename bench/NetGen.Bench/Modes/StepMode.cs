using System.CommandLine;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Modes;

/// <summary>A network's training step and prediction: time, images per second, and bytes allocated.</summary>
internal sealed class StepMode : IMode
{
    private readonly Option<string> _networks = new("--networks") { Description = "Names separated by commas.", DefaultValueFactory = _ => "deepconvnet" };
    private readonly Option<string> _threads = new("--threads") { Description = "Numbers of threads separated by commas.", DefaultValueFactory = _ => "1,2" };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for one median, in seconds.", DefaultValueFactory = _ => 3 };

    public Command Command
    {
        get
        {
            Command command = new("step", "Time and allocations of a training step and a prediction.") { _networks, _threads, _seconds };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        if (!Lists.TryNetworks(arguments.GetValue(_networks), out IReadOnlyList<Network> networks, out string problem)
            || !Lists.TryThreads(arguments.GetValue(_threads)!, out IReadOnlyList<int> threads, out problem))
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        double seconds = arguments.GetValue(_seconds);
        Console.WriteLine("network,what,batch,threads,ms,images/s,bytes on this thread,bytes on all threads");
        foreach (Network network in networks)
        {
            foreach (int count in threads)
            {
                using Workload work = new(network, count);
                Report(network, "train", network.Batch, count, seconds, work.Step);
                Report(network, "infer", 1, count, seconds, () => work.Predict(1));
                Report(network, "infer", network.Batch, count, seconds, () => work.Predict(network.Batch));
            }
        }

        return 0;
    }

    private static void Report(Network network, string what, int batch, int threads, double seconds, Action action)
    {
        // The time comes first, since it warms up: code is compiled and workspaces exist when bytes are counted.
        double milliseconds = Clock.MedianMilliseconds(action, seconds);
        (double own, double all) = Allocations.PerRun(action);
        Console.WriteLine($"{network.Name},{what},{batch},{threads},{milliseconds:F4},{batch / milliseconds * 1000:F0},{own:F1},{all:F1}");
    }
}
