using System.CommandLine;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;
using NetGen.Bench.Peers;

namespace NetGen.Bench.Modes;

/// <summary>NetGen beside its peers on the same machine in the same run, taking turns.</summary>
internal sealed class CompareMode : IMode
{
    private readonly Option<string?> _peers = new("--peers") { Description = "The folder of the peers' programs. Default: the nearest shared/peers above the current folder." };
    private readonly Option<string?> _networks = new("--networks") { Description = "Names separated by commas. Default: all." };
    private readonly Option<string> _threads = new("--threads") { Description = "Numbers of threads separated by commas.", DefaultValueFactory = _ => "1,2" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "Turns of each side.", DefaultValueFactory = _ => 3 };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for one median, in seconds.", DefaultValueFactory = _ => 2 };
    private readonly Option<string> _python = new("--python") { Description = "The Python that has PyTorch.", DefaultValueFactory = _ => "python3" };
    private readonly Option<string> _node = new("--node") { Description = "Node.", DefaultValueFactory = _ => "node" };
    private readonly Option<string> _scratch = new("--scratch") { Description = "Where ONNX Runtime is installed and the models are exported.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "netgen-peers") };

    public Command Command
    {
        get
        {
            Command command = new("compare", "NetGen beside PyTorch and ONNX Runtime, taking turns.")
            {
                _peers, _networks, _threads, _rounds, _seconds, _python, _node, _scratch,
            };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        string? folder = arguments.GetValue(_peers) ?? PeerFolder.FindFrom(Directory.GetCurrentDirectory());
        if (folder is null || !Directory.Exists(folder))
        {
            return Fail(folder is null ? "no shared/peers above the current folder: say --peers DIR" : $"no folder {folder}");
        }

        if (!Lists.TryNetworks(arguments.GetValue(_networks), out IReadOnlyList<Network> networks, out string problem)
            || !Lists.TryThreads(arguments.GetValue(_threads)!, out IReadOnlyList<int> threads, out problem))
        {
            return Fail(problem);
        }

        double seconds = arguments.GetValue(_seconds);
        PyTorch pyTorch = new(Path.GetFullPath(folder), arguments.GetValue(_python)!, seconds);
        IPeer[] all = [pyTorch, new OnnxRuntime(Path.GetFullPath(folder), arguments.GetValue(_node)!, Path.GetFullPath(arguments.GetValue(_scratch)!), pyTorch)];
        IPeer[] ready = [.. all.Where(peer => IsReady(peer, networks))];

        Comparison comparison = new(seconds, arguments.GetValue(_rounds));
        foreach (IPeer peer in ready)
        {
            Report(comparison, peer, networks, threads);
        }

        return ready.Length == 0 ? 1 : 0;
    }

    private static bool IsReady(IPeer peer, IReadOnlyList<Network> networks)
    {
        try
        {
            peer.Prepare([.. networks.Select(n => n.Name)]);
            return true;
        }
        catch (PeerException problem)
        {
            Console.Error.WriteLine($"{peer.Name} is left out: {problem.Message}");
            return false;
        }
    }

    private static void Report(Comparison comparison, IPeer peer, IReadOnlyList<Network> networks, IReadOnlyList<int> threads)
    {
        bool headed = false;
        foreach (Network network in networks)
        {
            foreach (int count in threads)
            {
                foreach (Comparison.Row row in comparison.Run(network, peer, count))
                {
                    if (!headed)
                    {
                        Console.WriteLine($"# {row.Peer}");
                        Console.WriteLine("network,what,batch,threads,netgen ms,peer ms,peer/netgen");
                        headed = true;
                    }

                    Console.WriteLine($"{row.Job.Network},{row.Job.What},{row.Job.Batch},{row.Job.Threads},{row.NetGen:F4},{row.PeerTime:F4},{row.PeerTime / row.NetGen:F2}");
                }
            }
        }
    }

    private static int Fail(string problem)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
}
