namespace NetGen;

/// <summary>Fashion-MNIST (Xiao, Rasul, Vollgraf 2017, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms"): 28×28 grey images of
/// clothes in 10 classes, in files named like MNIST's.</summary>
/// <param name="Train">The 60,000 images to train with.</param>
/// <param name="Test">The 10,000 images to test with.</param>
public sealed record FashionMnist(ImageDataset Train, ImageDataset Test)
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>The mean of the training images' pixels, on 0 to 1, as it is commonly given.</summary>
    public const float Mean = 0.2860f;

    /// <summary>The standard deviation of the training images' pixels, on 0 to 1, as it is commonly given.</summary>
    public const float Deviation = 0.3530f;

    /// <summary>The names of the classes, by number.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = Array.AsReadOnly(
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]);

    /// <summary>Reads the four files, each under its published name, with or without <c>.gz</c>, or with <c>.idx</c> for <c>-idx</c>.</summary>
    /// <param name="directory">Where they lie.</param>
    /// <returns>Both sets, as (1, 28, 28), normalised with <see cref="Mean"/> and <see cref="Deviation"/>.</returns>
    /// <exception cref="FileNotFoundException">One is absent; the message lists the names that were tried.</exception>
    /// <exception cref="DataFileException">One is damaged, or does not fit the others.</exception>
    public static FashionMnist Load(string directory)
    {
        (ImageDataset train, ImageDataset test) = MnistFiles.Load(directory, Mean, Deviation, ClassNames);
        return new FashionMnist(train, test);
    }
}
