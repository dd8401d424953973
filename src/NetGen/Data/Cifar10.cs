namespace NetGen;

/// <summary>CIFAR-10 (Krizhevsky 2009, "Learning Multiple Layers of Features from Tiny Images"): 32×32 colour images in 10 classes.</summary>
/// <param name="Train">The 50,000 images to train with.</param>
/// <param name="Test">The 10,000 images to test with.</param>
public sealed record Cifar10(ImageDataset Train, ImageDataset Test)
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>The images in each of the published files.</summary>
    private const int ImagesPerFile = 10_000;

    private static readonly int[] s_shape = [3, 32, 32];

    /// <summary>The names of the classes, by number.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        Array.AsReadOnly(["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]);

    /// <summary>The files of the binary version; the last has the test images.</summary>
    internal static IReadOnlyList<string> FileNames { get; } =
        ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"];

    /// <summary>The means of the training images' red, green and blue, on 0 to 1; a new array each time.</summary>
    public static float[] Mean => [0.4914f, 0.4822f, 0.4465f];

    /// <summary>The standard deviations of the training images' red, green and blue, on 0 to 1; a new array each time.</summary>
    public static float[] Deviation => [0.2470f, 0.2435f, 0.2616f];

    /// <summary>Reads the binary version: <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> for training and <c>test_batch.bin</c>.</summary>
    /// <param name="directory">Where the files lie.</param>
    /// <param name="mean">What is taken from red, green and blue after they were scaled to 0 to 1, for example <see cref="Mean"/>;
    /// nothing where absent. Weights trained elsewhere need what they were trained with.</param>
    /// <param name="deviation">What they are then divided by, for example <see cref="Deviation"/>; 1 where absent.</param>
    /// <returns>Both sets, as (3, 32, 32).</returns>
    /// <exception cref="FileNotFoundException">Files are absent; the message lists them.</exception>
    /// <exception cref="DataFileException">A file has another length than 10,000 images take, or a label over 9.</exception>
    /// <exception cref="ArgumentException">There are not three means or deviations, or a deviation is not positive.</exception>
    public static Cifar10 Load(string directory, float[]? mean = null, float[]? deviation = null) =>
        Load(directory, mean, deviation, ImagesPerFile);

    /// <summary>The same for files of another length, for tests.</summary>
    internal static Cifar10 Load(string directory, float[]? mean, float[]? deviation, int imagesPerFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        string[] paths = [.. FileNames.Select(name => Path.Combine(directory, name))];
        string[] absent = [.. paths.Where(path => !File.Exists(path))];
        if (absent.Length > 0)
        {
            throw new FileNotFoundException(
                $"{directory}: expected data_batch_1.bin to data_batch_5.bin and test_batch.bin, absent {string.Join(", ", absent.Select(Path.GetFileName))}",
                absent[0]);
        }

        return new Cifar10(LoadSet(paths[..^1], mean, deviation, imagesPerFile), LoadSet([paths[^1]], mean, deviation, imagesPerFile));
    }

    private static ImageDataset LoadSet(string[] paths, float[]? mean, float[]? deviation, int imagesPerFile)
    {
        (byte[] pixels, byte[][] labels) = LabelledImageFile.Read(
            paths, imagesPerFile, s_shape.Aggregate((product, size) => product * size), ("label", Classes));
        return new ImageDataset(s_shape, pixels, labels[0], mean, deviation) { ClassNames = ClassNames };
    }
}
