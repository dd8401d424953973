using System.CommandLine;
using System.Globalization;
using NetGen.Bench.Comparing;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Modes;

/// <summary>One network's figures in a process of its own, in the line form of the peers' programs: what <see cref="CompareMode"/> starts.</summary>
internal sealed class MeasureMode : IMode
{
    private const int StepsOfMemory = 6;

    private readonly Argument<string> _network = new("network") { Description = "A network's name." };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for one median, in seconds.", DefaultValueFactory = _ => 2 };
    private readonly Option<string> _what = new("--what")
    {
        Description = "Separated by commas: train, infer@BATCH, memory (the peak of six training steps, in MB).",
        DefaultValueFactory = _ => "train,infer@1",
    };

    public Command Command
    {
        get
        {
            Command command = new("measure", "One network as the peers' programs measure it, a line a figure.") { _network, _threads, _seconds, _what };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        if (!Lists.TryNetworks(arguments.GetValue(_network), out IReadOnlyList<Network> networks, out string problem))
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        int threads = arguments.GetValue(_threads);
        double seconds = arguments.GetValue(_seconds);
        Network network = networks[0];
        using Workload work = new(network, threads);
        foreach (string word in arguments.GetValue(_what)!.Split(','))
        {
            if (word == Kinds.Train)
            {
                Print(Kinds.Train, network.Batch, Clock.MedianMilliseconds(work.Step, seconds));
            }
            else if (word == Kinds.Memory)
            {
                for (int i = 0; i < StepsOfMemory; i++)
                {
                    work.Step();
                }

                Print(Kinds.Memory, network.Batch, ResidentSet.PeakMegabytes());
            }
            else if (word.Split('@') is [Kinds.Infer, var number]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int batch) && batch >= 1 && batch <= network.Batch)
            {
                Print(Kinds.Infer, batch, Clock.MedianMilliseconds(() => work.Predict(batch), seconds));
            }
            else
            {
                Console.Error.WriteLine($"--what takes {Kinds.Train}, {Kinds.Infer}@BATCH up to {network.Batch} and {Kinds.Memory}, not \"{word}\"");
                return 2;
            }
        }

        return 0;

        void Print(string what, int batch, double figure) => Console.WriteLine(new Measurement("netgen", new Job(network.Name, what, batch, threads), figure));
    }
}
