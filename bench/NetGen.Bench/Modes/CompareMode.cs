using System.CommandLine;
using NetGen.Bench.Comparing;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;
using NetGen.Bench.Peers;
using Samples;

namespace NetGen.Bench.Modes;

/// <summary>NetGen beside TorchSharp and ONNX Runtime on the same machine in the same run, taking turns, each in processes of its own.</summary>
internal sealed class CompareMode : IMode
{
    private const int Interrupted = 130;

    private static readonly string s_groupNames = string.Join(", ", Groups.Of(2).Select(g => g.Name));

    private readonly Option<string?> _groups = new("--groups") { Description = $"Tables separated by commas, of {s_groupNames}. Default: all." };
    private readonly Option<string?> _networks = new("--networks") { Description = "Names separated by commas. Default: all." };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads of each side.", DefaultValueFactory = _ => 2 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "Turns of each side.", DefaultValueFactory = _ => 3 };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for one median, in seconds.", DefaultValueFactory = _ => 2 };
    private readonly Option<bool> _csv = new("--csv") { Description = "Prints lines for programs instead of tables." };
    private readonly Option<string?> _peers = new("--peers") { Description = "The folder of the peers' shared programs. Default: the nearest shared/peers above the current folder." };
    private readonly Option<string> _scratch = new("--scratch") { Description = "Where the peers' programs are built.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "netgen-peers") };
    private readonly Option<string?> _models = new("--models") { Description = "The folder of the networks as ONNX files; what is missing is exported. Default: models in the scratch folder." };
    private readonly Option<string?> _python = new("--python") { Description = "The Python with PyTorch, which exports them. Default: python3 or /usr/bin/python3, whichever has it." };
    private readonly Option<string?> _cold = new("--cold") { Description = "A published NetGen.Cold for the table of first predictions. Default: bench/NetGen.Cold, built here." };

    public Command Command
    {
        get
        {
            Command command = new("compare", "NetGen beside TorchSharp and ONNX Runtime, taking turns, with the targets.")
            {
                _groups, _networks, _threads, _rounds, _seconds, _csv, _peers, _scratch, _models, _python, _cold,
            };

            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        int threads = arguments.GetValue(_threads);
        if (threads < 1 || arguments.GetValue(_rounds) < 1)
        {
            return Fail("--threads and --rounds need whole numbers from 1");
        }

        string? shared = arguments.GetValue(_peers) ?? PeerFolder.FindShared(Directory.GetCurrentDirectory());
        if (shared is null || !Directory.Exists(Path.Combine(shared, "dotnet")))
        {
            return Fail(shared is null ? "no shared/peers above the current folder: say --peers DIR" : $"no folder dotnet in {shared}");
        }

        if (PeerFolder.FindOwn() is not { } own)
        {
            return Fail("no bench/peers above this program: run it inside the repository");
        }

        if (!Lists.TryNetworks(arguments.GetValue(_networks), out IReadOnlyList<Network> networks, out string problem)
            || !TryGroups(arguments.GetValue(_groups), threads, networks, out IReadOnlyList<Group> groups, out problem))
        {
            return Fail(problem);
        }

        // Ctrl+C ends the program that is being measured; what was measured before is reported.
        using Interruption interruption = new();
        string load = Processor.LoadNote();
        Comparison comparison = new(Sides(arguments, Path.GetFullPath(shared), own, new ChildProcess(interruption.Token)), groups, arguments.GetValue(_rounds));
        try
        {
            comparison.Prepare();
            comparison.Run();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("\ninterrupted: what follows is what was measured");
        }

        Report(arguments, groups, comparison.Figures, load);
        return interruption.Token.IsCancellationRequested ? Interrupted : 0;
    }

    private IReadOnlyList<ISide> Sides(ParseResult arguments, string shared, string own, ChildProcess children)
    {
        string scratch = Path.GetFullPath(arguments.GetValue(_scratch)!);
        double seconds = arguments.GetValue(_seconds);
        string[] times = [.. Directory.GetFiles(Path.Combine(shared, "dotnet"), "*.cs*")];
        string[] rest = [.. Directory.GetFiles(Path.Combine(own, "dotnet"), "*.cs*"), Path.Combine(shared, "dotnet", "Network.cs")];
        OnnxModels models = new(Path.GetFullPath(arguments.GetValue(_models) ?? Path.Combine(scratch, "models")), shared, own, arguments.GetValue(_python), children);
        PeerProgram sharedProgram = Program("Peers", times);
        PeerProgram ownProgram = Program("PeerMeasures", rest);
        return
        [
            new NetGenSide(seconds, children),
            new ColdStart(arguments.GetValue(_cold), Path.Combine(scratch, "weights"), children),
            new TorchSharp(sharedProgram, ownProgram, seconds, children),
            new OnnxRuntime(sharedProgram, ownProgram, models, seconds, children),
        ];

        PeerProgram Program(string name, string[] sources) =>
            new(name, sources, Path.Combine(shared, "dotnet", "relax-libstdcxx.py"), scratch, arguments.GetValue(_python) ?? "python3", children);
    }

    private void Report(ParseResult arguments, IReadOnlyList<Group> groups, Figures figures, string load)
    {
        string peers = string.Concat(figures.Versions.Select(v => v + ", "));
        Console.WriteLine($"# {Processor.Name}; {arguments.GetValue(_threads)} threads; {peers}medians of {arguments.GetValue(_rounds)} turns of {arguments.GetValue(_seconds)} s{load}");
        if (arguments.GetValue(_csv))
        {
            Comparing.Report.WriteCsv(Console.Out, groups, figures);
        }
        else
        {
            Comparing.Report.WriteTables(Console.Out, groups, figures);
        }
    }

    private static bool TryGroups(string? text, int threads, IReadOnlyList<Network> networks, out IReadOnlyList<Group> groups, out string problem)
    {
        IReadOnlyList<Group> all = Groups.Of(threads);
        string[] names = text?.Split(',', StringSplitOptions.TrimEntries) ?? [.. all.Select(g => g.Name)];
        groups = [.. all.Where(g => names.Contains(g.Name)).Select(g => g.For(networks))];
        string? unknown = names.FirstOrDefault(name => all.All(g => g.Name != name));
        problem = unknown is null ? "" : $"no table \"{unknown}\"; there are: {s_groupNames}";
        return unknown is null;
    }

    private static int Fail(string problem)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
}
