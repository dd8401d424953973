using NetGen;

namespace Segmentation;

/// <summary>The networks' first weights, and how they are trained.</summary>
internal static class Recipe
{
    public const int StreetEpochs = 120;
    public const int DrawnEpochs = 25;

    private const int BatchSize = 8;
    private const float Rate = 2e-3f;
    private const float Decay = 1e-2f;

    /// <summary>The last transposed convolution of FCN-8s, which stays as it is.</summary>
    private const string LastEnlargement = "*.convtranspose3.weight";

    /// <summary>A network with its first weights.</summary>
    public static Model Create(SegmentationOptions options)
    {
        ulong seed = (ulong)options.Seed;
        Model model = (options.Network, options.Data) switch
        {
            (NetworkKind.SegNet, null) => new DrawnSegNet(seed),
            (NetworkKind.SegNet, _) => new StreetSegNet(seed),
            (_, null) => new DrawnFcn8s(seed),
            _ => new StreetFcn8s(seed),
        };
        model.Threads = options.Threads;
        foreach (Parameter weight in model.Parameters.Where(p => p.Path.Contains(".convtranspose", StringComparison.Ordinal)))
        {
            Initialize.Bilinear(weight);
        }

        return model;
    }

    /// <summary>All but the network and the data.</summary>
    public static Trainer For(Model model, SceneSets sets, SegmentationOptions options, string path)
    {
        AdamW optimizer = new(Rate) { WeightDecay = Decay, DecayBiasesAndNorms = false };
        if (options.Network == NetworkKind.Fcn8s)
        {
            optimizer.Freeze(LastEnlargement);
        }

        IReadOnlyList<int> shape = sets.Train.InputShape;
        PixelTransform change = PixelAugmentation.RandomHorizontalFlip(shape);
        if (sets.Void is { } none)
        {
            change += PixelAugmentation.RandomAffine(shape, none, degrees: 3, translate: (0.15f, 0.1f), scale: (0.75f, 1.6f));
        }

        return new Trainer(model, optimizer)
        {
            BatchSize = BatchSize,
            Epochs = options.Epochs,
            Seed = (ulong)options.Seed,
            Schedule = new OneCycleSchedule(Rate, rise: 0.2),
            PixelTransform = change,
            Transform = Augmentation.InPixelSpace(Augmentation.ColorJitter(shape, brightness: 0.3f, contrast: 0.3f, saturation: 0.3f), shape, SceneDataset.Mean, SceneDataset.Deviation),
            DropLast = true,
            LoaderThreads = 1,
            CheckpointPath = path + ".checkpoint.safetensors",
            Resume = true,
            Metrics = { new MeanIoU(sets.Classes.Count) },
            Callbacks = { new CsvLog(path + ".csv") },
        };
    }
}
