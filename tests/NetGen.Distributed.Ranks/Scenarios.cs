using System.Globalization;

namespace NetGen.Distributed.Tests;

/// <summary>Small trainings on the ranks that mpirun started.</summary>
internal static class Scenarios
{
    /// <summary>Twenty steps and more with synchronised batch norms; the weights of each rank go to a file of its own, and a checkpoint beside them.</summary>
    public static void Train(World world, string file, int epochs)
    {
        using NormNet model = new(7) { Threads = 1 };
        Trainer trainer = new(model, new AmsGrad(0.002f))
        {
            World = world,
            BatchSize = 13,
            Epochs = epochs,
            Seed = 3,
            SynchronizeBatchNorm = true,
            CheckpointPath = $"{file}.checkpoint",
            Resume = true,
        };
        TrainingResult result = trainer.Fit(Samples.Quarters(53), Samples.Quarters(20, 9));
        model.Save($"{file}.{world.Rank}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rank {world.Rank} of {world.Size}: {result.Steps} steps, validation {result.Epochs[^1].Validation!.Value.Loss:R}"));
    }

    /// <summary>Holds weights against the first file's, as far as another order of sums takes them apart.</summary>
    public static int Compare(string[] files)
    {
        using NormNet model = new(1);
        float[][] all = [.. files.Select(file =>
        {
            model.Load(file);
            return model.Parameters.SelectMany(p => p.Values.ToArray()).ToArray();
        })];
        double largest = all[0].Max(Math.Abs);
        double difference = all[1..].Max(other => other.Zip(all[0], (a, b) => Math.Abs((double)a - b)).Max()) / largest;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"weights differ by {difference:E1} of the largest"));
        return difference < 1e-5 ? 0 : 1;
    }

    /// <summary>A training in which something happens after steps.</summary>
    public static void Fit(World world, string file, int epochs, Action<TrainingState> afterStep, ulong seed = 5, bool report = false)
    {
        using PlainNet model = new(7) { Threads = 1 };
        Trainer trainer = new(model, new Sgd(0.05f)) { World = world, BatchSize = 13, Epochs = epochs, CheckpointPath = $"{file}.checkpoint", CheckpointSteps = report ? 0 : 1 };
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = afterStep });
        TrainingResult result = trainer.Fit(Samples.Quarters(53, seed));
        foreach (RankWaiting rank in report && world.IsFirst ? result.Epochs[^1].Ranks : [])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rank.Rank} waited {rank.Waiting:F3}"));
        }
    }
}
