using System.CommandLine;
using System.Diagnostics;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Modes;

/// <summary>What augmentation costs a training: epochs over images of CIFAR-10's shape with and without it, in turns, and an image's augmentation by itself.</summary>
internal sealed class AugmentationMode : IMode
{
    private const int Images = 4096;
    private const float Rotation = 20;
    private const float Shift = 0.2f;
    private static readonly int[] s_shape = [3, 32, 32];

    private readonly Option<string> _networks = new("--networks") { Description = "Names separated by commas.", DefaultValueFactory = _ => "ablation-base,ablation-final" };
    private readonly Option<int> _steps = new("--steps") { Description = "Steps of a turn.", DefaultValueFactory = _ => 50 };
    private readonly Option<int> _turns = new("--turns") { Description = "Turns of each kind; the fastest counts.", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads of the network.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<int> _loaderThreads = new("--loader-threads") { Description = "Threads that augment.", DefaultValueFactory = _ => 1 };

    public Command Command
    {
        get
        {
            Command command = new("augmentation", "What augmentation costs a training.") { _networks, _steps, _turns, _threads, _loaderThreads };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        int steps = arguments.GetValue(_steps);
        int turns = arguments.GetValue(_turns);
        if (steps < 1 || turns < 1 || arguments.GetValue(_threads) < 1 || arguments.GetValue(_loaderThreads) < 0)
        {
            Console.Error.WriteLine("--steps, --turns and --threads need numbers of 1 or more, --loader-threads one of 0 or more");
            return 2;
        }

        if (!Lists.TryNetworks(arguments.GetValue(_networks), out IReadOnlyList<Network> networks, out string problem))
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        Network? other = networks.FirstOrDefault(n => !HasShape(n));
        if (other is not null)
        {
            Console.Error.WriteLine($"--networks needs networks over {string.Join('×', s_shape)} images, not \"{other.Name}\"");
            return 2;
        }

        InputTransform transform = Augmentation.ImageDataGenerator(s_shape, rotationRange: Rotation, widthShiftRange: Shift, heightShiftRange: Shift, horizontalFlip: true);
        Console.WriteLine($"{Processor.Name}{Processor.LoadNote()}; an image's augmentation by itself: {MicrosecondsAnImage(transform):F1} us");
        Console.WriteLine("network,batch,threads,loader threads,ms a step without,ms a step with,ratio,processor ms without,processor ms with,ratio");
        foreach (Network network in networks)
        {
            Cost[] costs = [Cost.Most, Cost.Most];
            for (int turn = -1; turn < turns; turn++)
            {
                for (int kind = 0; kind < costs.Length; kind++)
                {
                    Cost cost = Step(network, steps, kind == 0 ? null : transform, arguments);

                    // The first turn of each kind warms up.
                    costs[kind] = turn < 0 ? costs[kind] : Cost.Least(costs[kind], cost);
                }
            }

            (Cost without, Cost with) = (costs[0], costs[1]);
            Console.WriteLine(
                $"{network.Name},{network.Batch},{arguments.GetValue(_threads)},{arguments.GetValue(_loaderThreads)},{without.Elapsed:F2},{with.Elapsed:F2},{with.Elapsed / without.Elapsed:F3}"
                + $",{without.Processor:F2},{with.Processor:F2},{with.Processor / without.Processor:F3}");
        }

        return 0;
    }

    private static bool HasShape(Network network)
    {
        using Model model = network.Create();
        return model.Description.InputShape.SequenceEqual(s_shape);
    }

    /// <summary>An epoch of so many steps, read and augmented as in any training.</summary>
    private Cost Step(Network network, int steps, InputTransform? transform, ParseResult arguments)
    {
        using Model model = network.Create();
        model.Threads = arguments.GetValue(_threads);
        Trainer trainer = new(model, new Adam())
        {
            BatchSize = network.Batch,
            Transform = transform,
            LoaderThreads = arguments.GetValue(_loaderThreads),
        };
        Dataset images = MakeImages(steps * network.Batch);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        EpochResult epoch = trainer.Fit(images).Epochs[0];
        return new Cost(epoch.Elapsed.TotalMilliseconds / steps, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / steps);
    }

    /// <summary>Milliseconds of a step: as they pass, and of all processors, which other programs disturb less (a thread that waits for another counts, too).</summary>
    private readonly record struct Cost(double Elapsed, double Processor)
    {
        public static Cost Most => new(double.PositiveInfinity, double.PositiveInfinity);

        public static Cost Least(Cost a, Cost b) => new(Math.Min(a.Elapsed, b.Elapsed), Math.Min(a.Processor, b.Processor));
    }

    /// <summary>Random bytes; where more images are wanted they come again.</summary>
    private static Dataset MakeImages(int count)
    {
        Random random = new(1);
        byte[] pixels = new byte[Images * s_shape[0] * s_shape[1] * s_shape[2]];
        byte[] labels = new byte[Images];
        random.NextBytes(pixels);
        for (int i = 0; i < Images; i++)
        {
            labels[i] = (byte)random.Next(10);
        }

        ImageDataset images = new(s_shape, pixels, labels, Cifar10.Mean, Cifar10.Deviation);
        return images.Subset([.. Enumerable.Range(0, count).Select(i => i % Images)]);
    }

    /// <summary>The fastest of several rounds over some images, on this thread.</summary>
    private static double MicrosecondsAnImage(InputTransform transform)
    {
        const int Rounds = 50;
        const int Each = 200;
        float[] image = new float[s_shape[0] * s_shape[1] * s_shape[2]];
        double best = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Each; i++)
            {
                RandomSource random = new(1, round, i);
                transform(image, ref random);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / Each);
        }

        return best;
    }
}
