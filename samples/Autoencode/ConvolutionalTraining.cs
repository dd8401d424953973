using NetGen;

namespace Autoencode;

/// <summary>Trains the convolutional autoencoder.</summary>
internal static class ConvolutionalTraining
{
    public const int Epochs = 10;
    public const int DrawnEpochs = 8;

    private const int BatchSize = 100;
    private const double LargestRate = 0.003;
    private const double Rise = 0.2;
    private const int CheckpointSteps = 200;

    /// <summary>Trains; the same call goes on where it was interrupted.</summary>
    /// <returns>Whether it came to its end.</returns>
    public static bool Run(ConvolutionalAutoencoder network, DigitSet train, DigitSet test, AutoencodeOptions options, CancellationToken cancellation)
    {
        string path = Path.Combine(options.Out, "convolutional");
        try
        {
            TrainingResult result = ConsoleReport.Watch(
                progress => new Trainer(network, new Adam())
                {
                    BatchSize = BatchSize,
                    Epochs = options.Epochs ?? (options.Data is null ? DrawnEpochs : Epochs),
                    Seed = (ulong)options.Seed,
                    Schedule = new OneCycleSchedule(LargestRate, Rise),
                    CheckpointPath = path + ".checkpoint.safetensors",
                    CheckpointSteps = CheckpointSteps,
                    Resume = true,
                    Progress = progress,
                }.Fit(train, test, cancellation),
                "convolutional");
            if (!result.Cancelled)
            {
                network.Save(path + ".safetensors");
            }

            return !result.Cancelled;
        }
        catch (WeightFileException problem)
        {
            throw new InputException($"""
                --out: {problem.Message}
                Give the settings that this folder was begun with, or another --out.
                """);
        }
    }

    /// <summary>The mean over images and pixels of the squared difference between a pixel, from 0 to 1, and what the network makes of it.</summary>
    public static double Error(ConvolutionalAutoencoder network, DigitSet images)
    {
        float[] image = new float[DigitSet.Pixels];
        double sum = 0;
        for (int i = 0; i < images.Count; i++)
        {
            images.CopyInput(i, image);
            float[] made = Reconstruct(network, image);
            for (int p = 0; p < image.Length; p++)
            {
                double difference = made[p] - image[p];
                sum += difference * difference;
            }
        }

        return sum / ((double)images.Count * DigitSet.Pixels);
    }

    /// <summary>The pixels, from 0 to 1, that the network makes of images.</summary>
    public static float[] Reconstruct(ConvolutionalAutoencoder network, ReadOnlySpan<float> images)
    {
        float[] made = new float[images.Length];
        network.Predict(images, made);
        Logits.Sigmoid(made, made);
        return made;
    }
}
