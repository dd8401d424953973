namespace NetGen.Fuzz;

/// <summary>A small training with all that a step depends on: dropout, running statistics, changed and mixed images, an average, a schedule.</summary>
/// <param name="Seed">Draws the settings and the data.</param>
/// <param name="LoaderThreads">Threads that fill batches; the bits must not depend on them.</param>
internal sealed record ResumeCase(ulong Seed, int LoaderThreads)
{
    private const int Samples = 150;
    private const int Epochs = 200;

    /// <summary>Trains, or goes on from the checkpoint, and writes the weights.</summary>
    /// <param name="checkpoint">The checkpoint; null for a training without.</param>
    /// <returns>All parameters and the average.</returns>
    public float[] Train(string? checkpoint)
    {
        RandomSource random = new(Seed);
        using StressConv model = new(Seed) { Threads = 1 + random.Next(3) };
        Optimizer optimizer = random.Next(2) == 0 ? new AdamW(0.01f) { AmsGrad = true, WeightDecay = 0.01, DecayBiasesAndNorms = false } : new Sgd(0.05f) { Momentum = 0.9, GradientClipNorm = 1 };
        int checkpointSteps = 1 + random.Next(4);
        int[] shape = [2, 6, 6];
        ExponentialMovingAverage average = new(0.95);
        Trainer trainer = new(model, optimizer)
        {
            BatchSize = 5 + random.Next(20),
            Epochs = Epochs,
            Seed = Seed,
            AccumulateBatches = 1 + random.Next(2),
            DropLast = true,
            Schedule = new OneCycleSchedule(0.02),
            Transform = Augmentation.RandomCrop(shape, 1) + Augmentation.RandomHorizontalFlip(shape),
            BatchTransform = random.Next(2) == 0 ? Augmentation.Mixup(0.4f) : null,
            LoaderThreads = LoaderThreads,
            Average = average,
            CheckpointPath = checkpoint,
            CheckpointSteps = checkpoint is null ? 0 : checkpointSteps,
            Resume = checkpoint is not null,
            Callbacks = { new EarlyStopping { Patience = Epochs } },
        };
        Dataset data = Data(random);
        trainer.Fit(data, data.Slice(0, 20));
        using (average.Apply(model.Parameters))
        {
            return [.. model.Parameters.SelectMany(p => p.Values.ToArray())];
        }
    }

    private static TensorDataset Data(RandomSource random)
    {
        float[] inputs = new float[Samples * 2 * 6 * 6];
        int[] labels = new int[Samples];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = random.NextSingle() - 0.5f;
        }

        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = random.Next(4);
            inputs[(i * 72) + labels[i]] += 1;
        }

        return new TensorDataset([2, 6, 6], inputs, labels);
    }
}
