using System.CommandLine;
using NetGen.Bench.Clusters;
using NetGen.Bench.Models;
using NetGen.Bench.Tables;

namespace NetGen.Bench.Modes;

/// <summary>What many machines would reach: this machine's steps and real schedule of messages, played over links of given speeds.</summary>
internal sealed class ClusterMode : IMode
{
    private const double ImageNetBatch = 8192;

    private static readonly int[] s_machines = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

    private readonly Option<string> _networks = new("--networks") { Description = "Names separated by commas.", DefaultValueFactory = _ => "resnet20,resnet50,vgg16" };
    private readonly Option<string> _batches = new("--batches") { Description = "Images of a step on each machine, for each network.", DefaultValueFactory = _ => "128,32,32" };
    private readonly Option<double> _latency = new("--latency") { Description = "Of a message between machines, in microseconds.", DefaultValueFactory = _ => 25 };
    private readonly Option<int> _steps = new("--steps") { Description = "Steps that are measured.", DefaultValueFactory = _ => 7 };
    private readonly Option<string?> _data = new("--data") { Description = "CIFAR-10's folder, to measure from which batch on larger ones stop paying there.", HelpName = "DIR" };

    public Command Command
    {
        get
        {
            Command command = new("cluster", "Data-parallel training on 2 to 1,024 machines over 10, 25 and 100 Gbit/s, by simulation.") { _networks, _batches, _latency, _steps, _data };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        if (!Lists.TryNetworks(arguments.GetValue(_networks), out IReadOnlyList<Network> networks, out string problem)
            || !Lists.TryThreads(arguments.GetValue(_batches)!, out IReadOnlyList<int> batches, out problem))
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        if (batches.Count != networks.Count)
        {
            Console.Error.WriteLine($"--batches needs {networks.Count} numbers, one for each network, not {batches.Count}");
            return 2;
        }

        double sums = SumRate.Measure();
        double latency = arguments.GetValue(_latency) * 1e-6;
        Interconnect[] links = [.. new[] { 10, 25, 100 }.Select(gbit => new Interconnect($"{gbit} Gbit/s", gbit * 1e9 / 8, latency, sums))];
        Console.WriteLine($"floats are added at {sums / 1e9:F1} GB/s; a message takes {latency * 1e6:F0} µs and its bytes");
        double? cifar = arguments.GetValue(_data) is { } folder ? NoiseOfCifar(folder) : null;
        TextTable table = new("network", "machines", "batch", "link", "ring: speed-up", "efficiency", "hidden", "tree: speed-up", "efficiency", "hidden");
        for (int i = 0; i < networks.Count; i++)
        {
            StepTimeline step = Measure(networks[i], batches[i], arguments.GetValue(_steps));
            double? limit = networks[i].Name == "resnet20" ? cifar : ImageNetBatch;
            Console.WriteLine(
                $"{networks[i].Name}: a step of {batches[i]} images in {step.Seconds * 1000:F1} ms, {step.Floats * 4 / 1e6:F1} MB of gradients in {step.Messages.Count} messages, "
                + $"half of it on its way after {step.HalfSent / step.Seconds * 100:F0} % of the step");
            foreach (int machines in s_machines)
            {
                long batch = (long)machines * batches[i];
                foreach (Interconnect link in links)
                {
                    ClusterStep ring = ClusterStep.Play(step, bytes => link.Ring(machines, bytes));
                    ClusterStep tree = ClusterStep.Play(step, bytes => link.Tree(machines, bytes));
                    table.Add(
                        networks[i].Name, $"{machines}", $"{batch}{(batch > limit ? " *" : "")}", link.Name,
                        $"{machines * ring.Efficiency:F1}", $"{ring.Efficiency * 100:F0} %", $"{ring.Hidden * 100:F0} %",
                        $"{machines * tree.Efficiency:F1}", $"{tree.Efficiency * 100:F0} %", $"{tree.Hidden * 100:F0} %");
                }
            }
        }

        table.Write(Console.Out);
        Console.WriteLine($"* larger than where batches still pay: ImageNet {ImageNetBatch:F0} (Goyal et al. 2017); CIFAR-10 {(cifar is { } c ? $"{c:F0}, the gradient's noise scale measured above" : "not measured (--data)")}");
        return 0;
    }

    public static StepTimeline Measure(Network network, int batch, int steps)
    {
        using Model model = network.Create();
        using RecordingWorld world = new();
        // One epoch, at whose end ranks tell each other more than in a step.
        TensorDataset images = RandomImages.Make(model, 2 * batch * (steps + 2));
        new Trainer(model, new Sgd(1e-6f) { Momentum = 0.9 }) { World = world, BatchSize = 2 * batch }.Fit(images);
        return world.Median;
    }

    private static double NoiseOfCifar(string folder)
    {
        using Model model = Network.Named("resnet20").Create();
        Cifar10 cifar = Cifar10.Load(folder, Cifar10.Mean, Cifar10.Deviation);
        double found = 0;
        foreach (int images in (int[])[6400, 12800, 25600])
        {
            new Trainer(model, new Sgd(0.05f) { Momentum = 0.9 }) { BatchSize = 128, Seed = (ulong)images }.Fit(cifar.Train.Slice(0, images));
            found = GradientNoise.Measure(model, cifar.Train, 30_000);
            Console.WriteLine($"gradient noise scale of resnet20 on CIFAR-10 after {images} further images: {found:F0}");
        }

        return found;
    }
}
