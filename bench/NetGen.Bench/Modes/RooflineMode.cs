using System.CommandLine;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;
using NetGen.Bench.Rooflines;
using NetGen.Bench.Tables;

namespace NetGen.Bench.Modes;

/// <summary>Kernels on one thread against what bounds them: the multiply-add peak or the memory's bandwidth of the same process.</summary>
internal sealed class RooflineMode : IMode
{
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for each figure, the least of all runs that fit, in seconds.", DefaultValueFactory = _ => 0.5 };
    private readonly Option<string?> _kernels = new("--kernels") { Description = "Those whose name has this word. Default: all." };
    private readonly Option<bool> _csv = new("--csv") { Description = "Prints lines for programs instead of a table." };

    public Command Command
    {
        get
        {
            Command command = new("roofline", "Kernels on one thread against the multiply-add peak and the memory's bandwidth.") { _seconds, _kernels, _csv };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        double seconds = arguments.GetValue(_seconds);
        string word = arguments.GetValue(_kernels) ?? "";
        string load = Processor.LoadNote();
        double gigabytes = MemoryBandwidth.Measure(1);
        double peak = FmaPeak.Widest(1);
        Console.WriteLine($"# {Processor.Name}; one thread; FMA peak {peak:F0} GFLOP/s, memory {gigabytes:F1} GB/s{load}");
        Console.WriteLine("# GFLOP/s by the definition, own GFLOP/s of those multiplications that are made; bytes: each value and each weight once, so values in a cache may pass 100 %.");
        Console.WriteLine("# The way of images into the network's order and back is taken off, and has rows of its own.");
        TextTable table = new("kernel", "shape", "batch", "pass", "ms", "GFLOP/s", "own GFLOP/s", "GB/s", "bound by", "% of it");
        foreach (Rate rate in Rates(word, seconds))
        {
            (double share, string bound) = rate.Against(peak, gigabytes);
            table.Add(
                rate.Kernel, rate.Shape, $"{rate.Batch}", rate.Pass, Cell.Figure(rate.Milliseconds), Rounded(rate.Gigaflops), Rounded(rate.OwnGigaflops), $"{rate.Gigabytes:F1}", bound, $"{100 * share:F0}");
        }

        if (arguments.GetValue(_csv))
        {
            table.WriteCsv(Console.Out);
        }
        else
        {
            table.Write(Console.Out);
        }

        return 0;
    }

    private static IEnumerable<Rate> Rates(string word, double seconds)
    {
        Exchange exchange = new(seconds);
        ProbeRun run = new(exchange, seconds);
        foreach (Probe probe in Probe.All.Where(p => IsAsked(p.Kernel)))
        {
            Console.Error.WriteLine($"{probe.Kernel}, batch {probe.Batch}");
            foreach (Rate rate in run.Measure(probe))
            {
                yield return rate;
            }
        }

        if (IsAsked(Exchange.Name))
        {
            foreach (IReadOnlyList<int> shape in Exchange.Shapes)
            {
                Console.Error.WriteLine($"{Exchange.Name}, {string.Join('x', shape)}");
                yield return exchange.RateOf(shape);
            }
        }

        if (IsAsked(OptimizerRun.Name))
        {
            Console.Error.WriteLine(OptimizerRun.Name);
            yield return OptimizerRun.Measure(seconds);
        }

        if (IsAsked(PackingRun.Name))
        {
            Console.Error.WriteLine(PackingRun.Name);
            foreach (Rate rate in PackingRun.Measure(seconds))
            {
                yield return rate;
            }
        }

        bool IsAsked(string kernel) => kernel.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static string Rounded(double value) => value > 0 ? $"{value:F0}" : Cell.None;
}
