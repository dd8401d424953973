using System.Diagnostics;
using NetGen;
using NetGen.Distributed.Tests;

// What the tests start by mpirun: a scenario by its name, and a file for what comes of it. Each prints a line of its own beginning with its rank.
string scenario = args[0];
string file = args[1];
if (scenario == "compare")
{
    return Scenarios.Compare(args[1..]);
}

using MpiWorld world = MpiWorld.Init();
switch (scenario)
{
    case "train":
        Scenarios.Train(world, file, epochs: 4);
        break;
    case "train-on":
        Scenarios.Train(world, file, epochs: 8);
        break;
    case "killed":
        Scenarios.Fit(world, file, 100, state =>
        {
            if (world.Rank == world.Size - 1 && state.Step == 12)
            {
                Process.GetCurrentProcess().Kill();
            }
        });
        break;
    case "throws":
        Scenarios.Fit(world, file, 100, state =>
        {
            if (world.Rank == world.Size - 1 && state.Step == 12)
            {
                throw new InvalidOperationException("nothing goes here");
            }
        });
        break;
    case "throws-outside":
        if (world.Rank == world.Size - 1)
        {
            throw new InvalidOperationException("nothing goes before the training");
        }

        Scenarios.Train(world, file, epochs: 4);
        break;
    case "other-data":
        Scenarios.Fit(world, file, 1, _ => { }, seed: world.Rank == 0 ? 5UL : 6);
        break;
    case "slow":
        Scenarios.Fit(world, file, 2, _ => Thread.Sleep(world.Rank == world.Size - 1 ? 40 : 0), report: true);
        break;
    default:
        throw new ArgumentException($"expected a scenario, actual {scenario}");
}

return 0;
