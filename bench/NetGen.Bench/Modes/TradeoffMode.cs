using System.CommandLine;
using NetGen.Bench.Charts;
using NetGen.Bench.Measuring;
using NetGen.Bench.Zoo;
using NetGen.Zoo;

namespace NetGen.Bench.Modes;

/// <summary>Parameters, operations, memory and time of every network of the zoo, as a table and as pictures.</summary>
internal sealed class TradeoffMode : IMode
{
    private readonly Option<string?> _networks = new("--networks") { Description = "Names of the zoo separated by commas. Default: all." };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads of a prediction.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for one median, in seconds.", DefaultValueFactory = _ => 2 };
    private readonly Option<string> _folder = new("--out") { Description = "Where the pictures go.", DefaultValueFactory = _ => "." };

    public Command Command
    {
        get
        {
            Command command = new("tradeoff", "Parameters, MACs, memory and time of the zoo's networks.") { _networks, _threads, _seconds, _folder };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        string[] names = arguments.GetValue(_networks)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. Networks.All.Select(n => n.Name)];
        int threads = arguments.GetValue(_threads);
        if (names.FirstOrDefault(name => Networks.All.All(n => n.Name != name)) is { } unknown)
        {
            Console.Error.WriteLine($"no network \"{unknown}\"; there are: {string.Join(", ", Networks.All.Select(n => n.Name))}");
            return 2;
        }

        if (threads < 1)
        {
            Console.Error.WriteLine($"--threads needs a whole number from 1, not {threads}");
            return 2;
        }

        double gigaflops = FmaPeak.Widest(threads);
        double gigabytes = MemoryBandwidth.Measure(threads);
        Console.WriteLine($"# FMA peak of {threads} threads {gigaflops:F0} GFLOP/s, memory {gigabytes:F0} GB/s; times are of one image among {threads} that run side by side");
        Console.WriteLine("network,input,parameters M,GMACs,weights MB,prediction MB a thread,unshared MB,two largest layers MB,training MB an image,predicted ms,measured ms,share of the FMA peak %,published top-1 %");
        List<Tradeoff> rows = [];
        foreach (ZooNetwork network in Networks.All.Where(n => names.Contains(n.Name)))
        {
            Tradeoff row = Tradeoff.Measure(network, gigaflops, gigabytes, threads, arguments.GetValue(_seconds));
            rows.Add(row);
            Report(row, gigaflops);
        }

        Draw(rows, arguments.GetValue(_folder)!);
        return 0;
    }

    private static void Report(Tradeoff row, double gigaflops)
    {
        const double Mega = 1 << 20;
        ModelInfo info = row.Info;
        double largest = info.Layers.Select(l => sizeof(float) * (double)l.OutputShape.Aggregate(1L, (a, b) => a * b)).OrderDescending().Take(2).Sum();
        double share = 2.0 * info.PredictionMacs / 1e6 / row.Measured / gigaflops;
        string accuracy = PublishedAccuracy.Of(row.Network.Name)?.ToString("F1") ?? "";
        Console.WriteLine(
            $"{row.Network.Name},{string.Join("×", info.InputShape)},{info.ParameterCount / 1e6:F3},{info.PredictionMacs / 1e9:F3},{sizeof(float) * info.ParameterCount / Mega:F1},"
            + $"{info.PredictionMemory / Mega:F1},{info.PredictionMemoryUnshared / Mega:F1},{largest / Mega:F1},{info.TrainingMemoryPerImage / Mega:F1},"
            + $"{row.Predicted:F2},{row.Measured:F2},{100 * share:F0},{accuracy}");
    }

    private static void Draw(List<Tradeoff> rows, string folder)
    {
        Directory.CreateDirectory(folder);
        Write("tradeoff-time.svg", ScatterChart.Draw(
            "Operations and time of a prediction",
            "The area of a circle is the number of parameters.",
            new ChartAxis("GMACs an image", rows.Select(r => r.Info.PredictionMacs / 1e9), logarithmic: true),
            new ChartAxis("measured ms an image", rows.Select(r => r.Measured), logarithmic: true),
            [.. rows.Select(r => new ChartPoint(r.Network.Name, r.Info.PredictionMacs / 1e9, r.Measured, r.Info.ParameterCount))]));

        Tradeoff[] rated = [.. rows.Where(r => PublishedAccuracy.Of(r.Network.Name) is not null)];
        if (rated.Length > 0)
        {
            Write("tradeoff-accuracy.svg", ScatterChart.Draw(
                "Published accuracy and time on this machine",
                "The area of a circle is the number of parameters. ImageNet, one central crop; the accuracies are others' figures.",
                new ChartAxis("measured ms an image", rated.Select(r => r.Measured), logarithmic: true),
                new ChartAxis("top-1 accuracy, %", rated.Select(r => PublishedAccuracy.Of(r.Network.Name)!.Value), logarithmic: false),
                [.. rated.Select(r => new ChartPoint(r.Network.Name, r.Measured, PublishedAccuracy.Of(r.Network.Name)!.Value, r.Info.ParameterCount))]));
        }

        void Write(string name, string text)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            Console.WriteLine($"# {path}");
        }
    }
}
