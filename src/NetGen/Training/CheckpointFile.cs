using System.Globalization;

namespace NetGen;

/// <summary>
/// All that the rest of a training depends on, in one safetensors file: the model, the optimizer, the average, what callbacks remember, and where the training is. Names are
/// those of the parts with the part before them, such as <c>model/conv1.weight</c> and <c>optimizer/adam.exp_avg.conv1.weight</c>.
/// </summary>
internal static class CheckpointFile
{
    private const string VersionKey = "netgen.checkpoint";
    private const string Version = "1";
    private const string ModelPart = "model/";
    private const string OptimizerPart = "optimizer/";
    private const string AveragePart = "average/";
    private const string CallbackPart = "callback/";
    private const string TrainingPart = "training/";
    private const string ShardsKey = "shards";

    /// <summary>Writes the file; a reader sees the old one or the whole new one.</summary>
    public static void Write(string path, TrainingState state, IReadOnlyDictionary<string, string> settings)
    {
        List<SafetensorsTensor> tensors = [.. state.Model.Parameters.Select(p => SafetensorsTensor.FromFloats(ModelPart + p.Path, p.Shape, p.Values))];
        SortedDictionary<string, string> metadata = new(StringComparer.Ordinal) { [VersionKey] = Version };
        Add(state.Optimizer.CaptureState(), OptimizerPart);
        if (state.Trainer.Average is { } average)
        {
            Add(average.CaptureState(), AveragePart);
        }

        foreach (TrainingCallback callback in state.Trainer.Callbacks)
        {
            CallbackMemory memory = new();
            callback.Capture(memory);
            string part = $"{CallbackPart}{callback.Name}/";
            Add(new NamedState([.. memory.Floats.Select(f => SafetensorsTensor.FromFloats(f.Key, [f.Value.Length], f.Value))], memory.Numbers), part);
        }

        foreach ((string key, string value) in settings.Concat(TrainingText.Of(state)))
        {
            metadata[TrainingPart + key] = value;
        }

        SafetensorsFile.Write(path, tensors, metadata);

        void Add(NamedState part, string prefix)
        {
            tensors.AddRange(part.Tensors.Select(t => new SafetensorsTensor(prefix + t.Name, t.DType, t.Shape, t.Bytes)));
            foreach ((string key, string value) in part.Metadata)
            {
                metadata[prefix + key] = value;
            }
        }
    }

    /// <summary>Takes over all that a file holds; nothing of the model changes where something does not fit.</summary>
    /// <exception cref="WeightFileException">The file is damaged, no checkpoint, or one of another network or of other settings; the message lists all that is wrong.</exception>
    public static void Read(string path, TrainingState state, IReadOnlyDictionary<string, string> settings) => Read(NamedState.Read(path), path, state, settings);

    /// <summary>The same from another process's file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">Where that process has it, for messages.</param>
    /// <param name="state">What takes it over.</param>
    /// <param name="settings">What it must agree in.</param>
    /// <exception cref="WeightFileException">As of the other.</exception>
    public static void Read(byte[] bytes, string path, TrainingState state, IReadOnlyDictionary<string, string> settings)
    {
        string copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(copy, bytes);
            Read(NamedState.Read(copy), path, state, settings);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static void Read(NamedState file, string path, TrainingState state, IReadOnlyDictionary<string, string> settings)
    {
        ParameterSet parameters = state.Model.Parameters;
        StateMatch version = new(file with { Tensors = [] }, path);
        version.Require(VersionKey, Version);
        version.End();

        StateMatch training = new(Part(TrainingPart), path);
        foreach ((string key, string value) in settings)
        {
            if (!MayBeUntold(key, state.Model) || file.Metadata.ContainsKey(TrainingPart + key))
            {
                training.Require(key, value);
            }
        }

        TrainingText text = TrainingText.Read(training, Part(TrainingPart).Metadata, state.Model);
        training.End();
        StateMatch model = new(Part(ModelPart), path);
        SafetensorsTensor?[] values = [.. parameters.Select(p => model.Floats(p.Path, p.Shape))];
        model.End();
        RestoreCallbacks();

        // Each of these looks at all of its own before it changes anything.
        state.Optimizer.RestoreState(parameters, Part(OptimizerPart), path);
        state.Trainer.Average?.RestoreState(parameters, Part(AveragePart), path);
        for (int i = 0; i < values.Length; i++)
        {
            values[i]!.CopyTo(parameters[i].Edit());
        }

        text.Restore(state);

        NamedState Part(string prefix) => new(
            [.. file.Tensors.Where(t => t.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(t => new SafetensorsTensor(t.Name[prefix.Length..], t.DType, t.Shape, t.Bytes))],
            file.Metadata.Where(m => m.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(m => m.Key[prefix.Length..], m => m.Value, StringComparer.Ordinal));

        void RestoreCallbacks()
        {
            foreach (TrainingCallback callback in state.Trainer.Callbacks)
            {
                NamedState part = Part($"{CallbackPart}{callback.Name}/");
                CallbackMemory memory = new();
                foreach (SafetensorsTensor tensor in part.Tensors)
                {
                    memory.Write(tensor.Name, tensor.ToFloats());
                }

                foreach ((string key, string value) in part.Metadata)
                {
                    memory.WriteText(key, value);
                }

                // One that was not there before begins now.
                if (part.Tensors.Count + part.Metadata.Count > 0)
                {
                    Restore(callback, memory);
                }
            }
        }

        void Restore(TrainingCallback callback, CallbackMemory memory)
        {
            try
            {
                callback.Restore(memory);
            }
            catch (Exception e) when (e is KeyNotFoundException or FormatException)
            {
                throw new WeightFileException(path, [$"callback \"{callback.Name}\": {e.Message}"]);
            }
        }
    }

    /// <summary>Checkpoints of before these were written down are as good as they were; there were as many shards then as there are unless chosen.</summary>
    private static bool MayBeUntold(string key, Model model) =>
        key is TrainingSource.InputKey or TrainingSource.ClassesKey || (key == ShardsKey && model.Shards == model.Layout.MostShards);

    /// <summary>What a checkpoint's settings must agree in with the training that goes on from it; otherwise it would not come to the same bits.</summary>
    public static IReadOnlyDictionary<string, string> Settings(Trainer trainer, TrainingSource train) => new Dictionary<string, string>(train.Settings(), StringComparer.Ordinal)
    {
        ["model"] = trainer.Model.Description.Name,
        ["seed"] = trainer.Seed.ToString(CultureInfo.InvariantCulture),
        ["batch_size"] = trainer.StepSize.ToString(CultureInfo.InvariantCulture),
        ["accumulate_batches"] = trainer.AccumulateBatches.ToString(CultureInfo.InvariantCulture),
        ["drop_last"] = trainer.DropLast ? "true" : "false",
        ["average"] = trainer.Average?.GetType().Name ?? "none",
        [ShardsKey] = trainer.Model.Shards.ToString(CultureInfo.InvariantCulture),
    };
}
