namespace NetGen;

/// <summary>The four IDX files in which MNIST is published, and the sets that were made in its image.</summary>
internal static class MnistFiles
{
    /// <summary>Stems and types; joined by a hyphen, they are the published names.</summary>
    private static readonly (string Stem, string Type)[] s_files =
        [("train-images", "idx3-ubyte"), ("train-labels", "idx1-ubyte"), ("t10k-images", "idx3-ubyte"), ("t10k-labels", "idx1-ubyte")];

    /// <summary>Whether all four are there, each under one of its names.</summary>
    public static bool Exist(string directory) => s_files.All(file => Names(file.Stem, file.Type).Any(name => File.Exists(Path.Combine(directory, name))));

    /// <summary>Reads both sets.</summary>
    public static (ImageDataset Train, ImageDataset Test) Load(string directory, float mean, float deviation, IReadOnlyList<string> classNames)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ImageDataset train = LoadPair(directory, "train", mean, deviation, classNames);
        ImageDataset test = LoadPair(directory, "t10k", mean, deviation, classNames);
        return train.InputShape.SequenceEqual(test.InputShape)
            ? (train, test)
            : throw new DataFileException(
                directory,
                $"expected test images of the training images' shape {ShapeText.Of(train.InputShape)}, actual {ShapeText.Of(test.InputShape)}");
    }

    private static ImageDataset LoadPair(string directory, string name, float mean, float deviation, IReadOnlyList<string> classNames)
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
        int wrong = classes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classNames.Count - 1));
        return wrong < 0
            ? new ImageDataset([1, images.Shape[1], images.Shape[2]], images.ToBytes(), classes, [mean], [deviation]) { ClassNames = classNames }
            : throw new DataFileException(labels.Path, $"label {wrong}: expected 0 to {classNames.Count - 1}, actual {classes[wrong]}");
    }

    private static string Find(string directory, string stem, string type)
    {
        string[] names = Names(stem, type);
        string? found = names.Select(n => Path.Combine(directory, n)).FirstOrDefault(File.Exists);
        return found ?? throw new FileNotFoundException($"{directory}: expected one of {string.Join(", ", names)}", Path.Combine(directory, names[0]));
    }

    private static string[] Names(string stem, string type) => [$"{stem}-{type}", $"{stem}-{type}.gz", $"{stem}.{type}", $"{stem}.{type}.gz"];
}
