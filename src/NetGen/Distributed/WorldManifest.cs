using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace NetGen;

/// <summary>What must be the same on all ranks for a training on them to be one training.</summary>
internal static class WorldManifest
{
    /// <summary>Samples of a data set that are compared; those between are taken to be what these are.</summary>
    private const int ComparedSamples = 256;

    /// <summary>Compares what each rank is about to do.</summary>
    /// <exception cref="WorldMismatchException">Something differs; all ranks throw.</exception>
    public static void Check(World world, Trainer trainer, TrainingSource train, Dataset? validation)
    {
        string own = string.Join('\n', Lines(trainer, train, validation).Select(l => $"{l.Key}\t{l.Value.ReplaceLineEndings(" ")}"));
        string[][] all = [.. world.Gather(own).Select(text => text.Split('\n'))];
        List<string> differences = [];
        for (int line = 0; line < all[0].Length; line++)
        {
            string[] first = all[0][line].Split('\t', 2);
            for (int rank = 1; rank < all.Length; rank++)
            {
                // A version that knows other lines differs in its first.
                string[] other = line < all[rank].Length ? all[rank][line].Split('\t', 2) : [first[0], "none"];
                if (other[^1] != first[^1])
                {
                    differences.Add($"{first[0]} is {first[^1]} on rank 0 and {other[^1]} on rank {world.Name(rank)}");
                }
            }
        }

        if (differences.Count > 0)
        {
            throw new WorldMismatchException(differences);
        }
    }

    /// <summary>A rank for people.</summary>
    public static string Name(this World world, int rank) => FormattableString.Invariant($"{rank} ({world.Describe(rank)})");

    /// <summary>A short text of all values: as good as equal only where they are.</summary>
    public static string Hash(ParameterSet parameters)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Parameter parameter in parameters)
        {
            hash.AppendData(MemoryMarshal.AsBytes(parameter.Values));
        }

        return Text(hash);
    }

    private static IEnumerable<KeyValuePair<string, string>> Lines(Trainer trainer, TrainingSource train, Dataset? validation)
    {
        Model model = trainer.Model;
        Assembly library = typeof(World).Assembly;
        yield return new("NetGen's version", library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? $"{library.GetName().Version}");

        // Sums in another order differ in their last bits, and with them the weights.
        yield return new("the instruction set", Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported && Fma.IsSupported ? "AVX2" : "portable");
        yield return new("the network", string.Join(' ', model.Description.Name, Layers(model)));
        foreach ((string key, string value) in CheckpointFile.Settings(trainer, train).Where(s => s.Key is not "model"))
        {
            yield return new(key, value);
        }

        yield return new("epochs", Number(trainer.Epochs));
        yield return new("the model's seed and steps", FormattableString.Invariant($"{model.Seed} {model.Steps}"));
        yield return new("FreezeBatchNorm", $"{model.FreezeBatchNorm}");
        yield return new("SynchronizeBatchNorm", $"{trainer.SynchronizeBatchNorm}");
        yield return new("Scaling", trainer.Scaling?.ToString() ?? "none");
        yield return new("the optimizer", string.Create(CultureInfo.InvariantCulture, $"{trainer.Optimizer.GetType().Name} {trainer.Optimizer.LearningRate:R} {trainer.Optimizer.WeightDecay:R} {trainer.Optimizer.Steps}"));
        yield return new("the schedule", Rates(trainer.Schedule));
        yield return new("ClassWeights", trainer.ClassWeights is { } weights ? string.Join(' ', weights.Select(w => w.ToString("R", CultureInfo.InvariantCulture))) : "none");
        yield return new("CheckpointPath and Resume", trainer.CheckpointPath is null ? "none" : $"one, {trainer.Resume}, {Number(trainer.CheckpointSteps)}");
        yield return new("the training data", train.Dataset is { } dataset ? Data(dataset) : "a stream");
        yield return new("the validation data", validation is null ? "none" : Data(validation));
        yield return new("metrics", string.Join(", ", trainer.Metrics.Select(m => m.Name)));
    }

    private static string Layers(Model model)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (LayerInfo layer in model.Description.Layers)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{layer.Name} {layer.Kind} {ShapeText.Of(layer.OutputShape)}\n"));
        }

        foreach (Parameter parameter in model.Parameters)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{parameter.Path} {ShapeText.Of(parameter.Shape)}\n"));
        }

        return $"of {model.Parameters.TrainableCount.ToString(CultureInfo.InvariantCulture)} parameters ({Text(hash)})";
    }

    private static string Rates(LearningRateSchedule? schedule)
    {
        const int Steps = 1000;
        return schedule is null
            ? "none"
            : $"{schedule.GetType().Name} {string.Join(' ', Enumerable.Range(0, 11).Select(i => schedule.Rate(i * Steps / 10, Steps, Steps / 10).ToString("R", CultureInfo.InvariantCulture)))}";
    }

    private static string Data(Dataset dataset)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        float[] input = new float[dataset.InputSize];
        int[] labels = new int[dataset.LabelSize];
        float[] targets = new float[dataset.TargetSize];
        int compared = int.Min(ComparedSamples, dataset.Count);
        for (int i = 0; i < compared; i++)
        {
            int sample = (int)((long)i * dataset.Count / compared);
            dataset.CopyInput(sample, input);
            hash.AppendData(MemoryMarshal.AsBytes(input.AsSpan()));
            if (labels.Length > 0)
            {
                dataset.CopyLabels(sample, labels);
                hash.AppendData(MemoryMarshal.AsBytes(labels.AsSpan()));
            }
            else
            {
                dataset.CopyTargets(sample, targets);
                hash.AppendData(MemoryMarshal.AsBytes(targets.AsSpan()));
            }
        }

        return $"{Number(dataset.Count)} samples ({Text(hash)})";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
}
