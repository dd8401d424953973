using System.CommandLine;
using System.Globalization;
using System.Reflection;
using NetGen.Bench.Clusters;
using NetGen.Bench.Models;
using NetGen.Bench.Peers;
using NetGen.Bench.Tables;

namespace NetGen.Bench.Modes;

/// <summary>Two ranks of one thread each against one process of one thread and of two, and a world of one rank against none, in turns.</summary>
internal sealed class RanksMode : IMode
{
    private const int Steps = 8;

    private readonly Option<string> _network = new("--network") { Description = "A network's name.", DefaultValueFactory = _ => "resnet20" };
    private readonly Option<int> _batch = new("--batch") { Description = "Images of a step over all ranks.", DefaultValueFactory = _ => 256 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "Turns.", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _epochs = new("--epochs") { Description = $"Times that a process trains {Steps} steps.", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _threads = new("--threads") { Description = "Of one process; with it, figures of this process alone are printed.", DefaultValueFactory = _ => 0 };
    private readonly Option<bool> _mpi = new("--mpi") { Description = "This process is one that mpirun started." };

    public Command Command
    {
        get
        {
            Command command = new("ranks", "Training on one rank and on two, of one thread each, against one process of one and of two threads.") { _network, _batch, _rounds, _epochs, _threads, _mpi };
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
        if (threads > 0)
        {
            Train(networks[0], arguments.GetValue(_batch), arguments.GetValue(_epochs), threads, arguments.GetValue(_mpi));
            return 0;
        }

        using Samples.Interruption interruption = new();
        ChildProcess children = new(interruption.Token);
        List<double>[] figures = [[], [], [], []];
        for (int round = 0; round < arguments.GetValue(_rounds); round++)
        {
            figures[0].Add(Start(children, arguments, 1, []));
            figures[1].Add(Start(children, arguments, 1, ["mpirun", "-n", "1"]));
            figures[2].Add(Start(children, arguments, 2, []));
            figures[3].Add(Start(children, arguments, 1, ["mpirun", "-n", "2"]));
        }

        TextTable table = new("", "images/s", "against one thread", "against two threads");
        double[] medians = [.. figures.Select(Median)];
        foreach ((string name, int i) in new[] { "one process, one thread", "one rank, one thread", "one process, two threads", "two ranks of one thread" }.Select((n, i) => (n, i)))
        {
            table.Add(name, $"{medians[i]:F0}", $"{Median(figures[i].Zip(figures[0], (a, b) => a / b)):F3}", $"{Median(figures[i].Zip(figures[2], (a, b) => a / b)):F3}");
        }

        table.Write(Console.Out);
        return 0;
    }

    private static void Train(Network network, int batch, int epochs, int threads, bool mpi)
    {
        using MpiWorld? world = mpi ? MpiWorld.Init(TextWriter.Null) : null;
        using Model model = network.Create();
        model.Threads = threads;
        Trainer trainer = new(model, new AmsGrad(1e-6f)) { World = world, BatchSize = batch, Epochs = epochs + 1 };
        TrainingResult result = trainer.Fit(RandomImages.Make(model, batch * Steps));
        if (world is not { IsFirst: false })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Median(result.Epochs.Skip(1).Select(e => e.ImagesPerSecond)):F2}"));
        }
    }

    private double Start(ChildProcess children, ParseResult arguments, int threads, string[] launcher)
    {
        string[] command =
        [
            .. launcher, "dotnet", Assembly.GetExecutingAssembly().Location, Command.Name, _network.Name, arguments.GetValue(_network)!, _batch.Name, $"{arguments.GetValue(_batch)}",
            _epochs.Name, $"{arguments.GetValue(_epochs)}", _threads.Name, $"{threads}", .. launcher.Length > 0 ? new[] { _mpi.Name } : [],
        ];
        return double.Parse(children.Run(command[0], command[1..], Environment.CurrentDirectory)[0], CultureInfo.InvariantCulture);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
