using Digits;
using NetGen;

namespace Generate;

/// <summary>The images to learn from.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Train">The images.</param>
/// <param name="Test">Images of digits that the judge is tested with.</param>
internal sealed record RealImages(string Name, ImageDataset Train, ImageDataset Test)
{
    private const string CifarFile = "data_batch_1.bin";

    /// <summary>Whether the images are digits, which the judge can read.</summary>
    public bool AreDigits => Train.InputSize == DigitGenerator.OutputSize;

    public static RealImages Load(GenerateOptions options)
    {
        if (options.Data is not null && File.Exists(Path.Combine(options.Data, CifarFile)))
        {
            Cifar10 cifar = CifarFolder.Load(options.Data, Cifar10.Mean, Cifar10.Deviation);
            return new RealImages("CIFAR-10", cifar.Train, cifar.Test);
        }

        (ImageDataset train, ImageDataset test) = options.Data is null ? DrawnDigits.Make(options.Seed, clean: true) : MnistFolder.Load(options.Data);
        return new RealImages(options.Data is null ? "drawn digits" : "MNIST", train, test);
    }

    /// <summary>Writes an image's pixels from -1 to 1, as generators make them.</summary>
    public void Copy(int index, Span<float> destination)
    {
        ReadOnlySpan<byte> bytes = Train.Pixels(index);
        for (int i = 0; i < bytes.Length; i++)
        {
            destination[i] = (bytes[i] / (byte.MaxValue / 2f)) - 1;
        }
    }
}
