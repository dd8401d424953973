namespace NetGen;

/// <summary>CIFAR-100 (Krizhevsky 2009, "Learning Multiple Layers of Features from Tiny Images"): 32×32 colour images in 100 classes, which form 20 coarse ones.</summary>
/// <param name="Train">The 50,000 images to train with.</param>
/// <param name="Test">The 10,000 images to test with.</param>
public sealed record Cifar100(ImageDataset Train, ImageDataset Test)
{
    /// <summary>The number of fine classes.</summary>
    public const int FineClasses = 100;

    /// <summary>The number of coarse classes.</summary>
    public const int CoarseClasses = 20;

    private const int TrainImages = 50_000;
    private const int TestImages = 10_000;

    private static readonly int[] s_shape = [3, 32, 32];

    /// <summary>The published names of the fine classes, by number.</summary>
    public static IReadOnlyList<string> FineClassNames => Cifar100Names.Fine;

    /// <summary>The published names of the coarse classes, by number.</summary>
    public static IReadOnlyList<string> CoarseClassNames => Cifar100Names.Coarse;

    /// <summary>The means of the training images' red, green and blue, on 0 to 1, as they are commonly given; a new array each time.</summary>
    public static float[] Mean => [0.5071f, 0.4865f, 0.4409f];

    /// <summary>The standard deviations of the training images' red, green and blue, on 0 to 1, as they are commonly given; a new array each time.</summary>
    public static float[] Deviation => [0.2673f, 0.2564f, 0.2762f];

    /// <summary>The files of the binary version: training and test images.</summary>
    internal static IReadOnlyList<string> FileNames { get; } = ["train.bin", "test.bin"];

    /// <summary>Reads the binary version: <c>train.bin</c> and <c>test.bin</c>.</summary>
    /// <param name="directory">Where the files lie.</param>
    /// <param name="mean">What is taken from red, green and blue after they were scaled to 0 to 1, for example <see cref="Mean"/>;
    /// nothing where absent. Weights trained elsewhere need what they were trained with.</param>
    /// <param name="deviation">What they are then divided by, for example <see cref="Deviation"/>; 1 where absent.</param>
    /// <param name="labels">Which of the two labels the samples have.</param>
    /// <returns>Both sets, as (3, 32, 32).</returns>
    /// <exception cref="FileNotFoundException">Files are absent; the message lists them.</exception>
    /// <exception cref="DataFileException">A file has another length than its images take, a coarse label is over 19, or a fine one over 99.</exception>
    /// <exception cref="ArgumentException">There are not three means or deviations, a deviation is not positive, or there are no such labels.</exception>
    public static Cifar100 Load(string directory, float[]? mean = null, float[]? deviation = null, Cifar100Labels labels = Cifar100Labels.Fine) =>
        Load(directory, mean, deviation, labels, TrainImages, TestImages);

    /// <summary>The same for files of another length, for tests.</summary>
    internal static Cifar100 Load(string directory, float[]? mean, float[]? deviation, Cifar100Labels labels, int trainImages, int testImages)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (labels is not (Cifar100Labels.Fine or Cifar100Labels.Coarse))
        {
            throw new ArgumentOutOfRangeException(nameof(labels), FormattableString.Invariant($"expected Fine or Coarse, actual {(int)labels}"));
        }

        string[] paths = [.. FileNames.Select(name => Path.Combine(directory, name))];
        string[] absent = [.. paths.Where(path => !File.Exists(path))];
        return absent.Length == 0
            ? new Cifar100(LoadSet(paths[0], mean, deviation, labels, trainImages), LoadSet(paths[1], mean, deviation, labels, testImages))
            : throw new FileNotFoundException(
                $"{directory}: expected train.bin and test.bin, absent {string.Join(", ", absent.Select(Path.GetFileName))}", absent[0]);
    }

    private static ImageDataset LoadSet(string path, float[]? mean, float[]? deviation, Cifar100Labels labels, int images)
    {
        (byte[] pixels, byte[][] read) = LabelledImageFile.Read(
            [path], images, s_shape.Aggregate((product, size) => product * size), ("coarse label", CoarseClasses), ("fine label", FineClasses));
        return labels == Cifar100Labels.Coarse
            ? new ImageDataset(s_shape, pixels, read[0], mean, deviation) { ClassNames = CoarseClassNames }
            : new ImageDataset(s_shape, pixels, read[1], mean, deviation) { ClassNames = FineClassNames };
    }
}
