using System.CommandLine;
using System.Diagnostics;
using NetGen.Bench.Clusters;
using NetGen.Bench.Models;

namespace NetGen.Bench.Modes;

/// <summary>The messages of real training steps over the ranks that mpirun started, without arithmetic: what the interconnect of a cluster allows, before anything is trained on it.</summary>
internal sealed class DryRunMode : IMode
{
    private readonly Option<string> _network = new("--network") { Description = "A network's name.", DefaultValueFactory = _ => "resnet20" };
    private readonly Option<int> _batch = new("--batch") { Description = "Images of a step on each rank.", DefaultValueFactory = _ => 128 };
    private readonly Option<int> _steps = new("--steps") { Description = "Steps.", DefaultValueFactory = _ => 50 };
    private readonly Option<double> _step = new("--step") { Description = "How long a step computes, in milliseconds, which are waited away while messages go: 0 for none, below 0 to measure it first.", DefaultValueFactory = _ => -1 };

    public Command Command
    {
        get
        {
            Command command = new("dry-run", "mpirun -n N … dry-run: the schedule of messages of N ranks without arithmetic.") { _network, _batch, _steps, _step };
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

        using MpiWorld world = MpiWorld.Init();
        StepTimeline step = ClusterMode.Measure(networks[0], arguments.GetValue(_batch), 5);
        double asked = arguments.GetValue(_step) / 1000;
        double scale = asked < 0 ? 1 : asked / step.Seconds;
        float[] gradients = GC.AllocateArray<float>((int)step.Floats, pinned: true);
        double[] agreed = new double[6];
        world.Sum(agreed);
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < arguments.GetValue(_steps); i++)
        {
            Play(world, step, scale, gradients);
            world.Sum(agreed);
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds / arguments.GetValue(_steps);
        if (world.IsFirst)
        {
            double compute = step.Seconds * scale;
            Console.WriteLine(
                $"{networks[0].Name} on {world.Size} ranks: {step.Floats * 4 / 1e6:F1} MB of gradients in {step.Messages.Count} messages; a step of {compute * 1000:F1} ms takes {seconds * 1000:F1} ms with them"
                + (compute > 0 ? $", efficiency {compute / seconds * 100:F0} %" : ""));
        }

        return 0;
    }

    /// <summary>A step that computes nothing: it waits until each message's gradients would be whole.</summary>
    private static void Play(World world, StepTimeline step, double scale, float[] gradients)
    {
        long began = Stopwatch.GetTimestamp();
        int end = gradients.Length;
        foreach ((double begins, int floats) in step.Messages)
        {
            WaitUntil(world, began, begins * scale);
            world.BeginSum(gradients.AsSpan(end - floats, floats));
            end -= floats;
        }

        WaitUntil(world, began, step.Seconds * scale);
        world.EndSums();
    }

    private static void WaitUntil(World world, long began, double seconds)
    {
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            world.Progress();
            Thread.Sleep(0);
        }
    }
}
