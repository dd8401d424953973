namespace NetGen;

/// <summary>The MNIST database of handwritten digits (LeCun, Cortes, Burges): 28×28 grey images in 10 classes.</summary>
/// <param name="Train">The 60,000 images to train with.</param>
/// <param name="Test">The 10,000 images to test with.</param>
public sealed record Mnist(ImageDataset Train, ImageDataset Test)
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>The mean of the training images' pixels, on 0 to 1.</summary>
    public const float Mean = 0.1307f;

    /// <summary>The standard deviation of the training images' pixels, on 0 to 1.</summary>
    public const float Deviation = 0.3081f;

    /// <summary>Reads the four files, each under its published name, with or without <c>.gz</c>, or with <c>.idx</c> for <c>-idx</c>.</summary>
    /// <param name="directory">Where they lie.</param>
    /// <returns>Both sets, as (1, 28, 28), normalised with <see cref="Mean"/> and <see cref="Deviation"/>.</returns>
    /// <exception cref="FileNotFoundException">One is absent; the message lists the names that were tried.</exception>
    /// <exception cref="DataFileException">One is damaged, or does not fit the others.</exception>
    public static Mnist Load(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ImageDataset train = LoadPair(directory, "train");
        ImageDataset test = LoadPair(directory, "t10k");
        return train.InputShape.SequenceEqual(test.InputShape)
            ? new Mnist(train, test)
            : throw new DataFileException(
                directory,
                $"expected test images of the training images' shape {ShapeText.Of(train.InputShape)}, actual {ShapeText.Of(test.InputShape)}");
    }

    private static ImageDataset LoadPair(string directory, string name)
    {
        IdxFile images = IdxFile.Read(Find(directory, $"{name}-images", "idx3-ubyte"));
        IdxFile labels = IdxFile.Read(Find(directory, $"{name}-labels", "idx1-ubyte"));
        if (images.Shape.Count != 3 || images.Shape.Any(s => s == 0))
        {
            throw new DataFileException(images.Path, $"expected images as (count, height, width), actual {ShapeText.Of(images.Shape)}");
        }

        if (labels.Shape.Count != 1 || labels.Shape[0] != images.Shape[0])
        {
            throw new DataFileException(labels.Path, $"expected a label for each of the {images.Shape[0]} images, actual {ShapeText.Of(labels.Shape)}");
        }

        byte[] classes = labels.ToBytes();
        int wrong = classes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1));
        return wrong < 0
            ? new ImageDataset([1, images.Shape[1], images.Shape[2]], images.ToBytes(), classes, [Mean], [Deviation])
            : throw new DataFileException(labels.Path, $"label {wrong}: expected 0 to {Classes - 1}, actual {classes[wrong]}");
    }

    private static string Find(string directory, string stem, string type)
    {
        string[] names = [$"{stem}-{type}", $"{stem}-{type}.gz", $"{stem}.{type}", $"{stem}.{type}.gz"];
        string? found = names.Select(n => Path.Combine(directory, n)).FirstOrDefault(File.Exists);
        return found ?? throw new FileNotFoundException($"{directory}: expected one of {string.Join(", ", names)}", Path.Combine(directory, names[0]));
    }
}
