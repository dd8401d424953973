using NetGen;

namespace Autoencode;

/// <summary>Trains the networks one after the other and shows what they make.</summary>
internal static class AutoencodeRun
{
    /// <summary>Images and samples an image by which log p(x) is estimated; few of drawn digits, which nobody compares.</summary>
    private const int EstimatedImages = 1_000;
    private const int EstimateSamples = 1_000;
    private const int FewEstimated = 100;

    public static int Go(AutoencodeOptions options)
    {
        using Interruption interruption = new();
        (DigitSet train, DigitSet test) = DigitSet.Load(options);
        Directory.CreateDirectory(options.Out);
        Console.WriteLine($"{(options.Data is null ? "drawn digits" : "MNIST")}: {train.Count} to train with, {test.Count} to judge by; {options.Threads} threads");
        using ConvolutionalAutoencoder convolutional = new((ulong)options.Seed) { Threads = options.Threads };
        using VariationalAutoencoder plane = new(new PlaneEncoder((ulong)options.Seed), new PlaneDecoder((ulong)options.Seed + 1)) { Threads = options.Threads };
        using VariationalAutoencoder variational = new(new Encoder((ulong)options.Seed), new Decoder((ulong)options.Seed + 1)) { Threads = options.Threads };
        VariationalTraining planeTraining = new("plane", plane, options);
        VariationalTraining training = new("variational", variational, options);
        bool finished = (!options.Trains(NetworkKind.Convolutional) || ConvolutionalTraining.Run(convolutional, train, test, options, interruption.Token))
            && (!options.Trains(NetworkKind.Plane) || planeTraining.Run(train, Epochs(VariationalTraining.PlaneEpochs), interruption.Token))
            && (!options.Trains(NetworkKind.Variational) || training.Run(train, Epochs(VariationalTraining.Epochs), interruption.Token));
        if (!finished)
        {
            Console.WriteLine("interrupted: the same command goes on from here");
            return Interruption.ExitCode;
        }

        List<Func<float[], float[]>> networks = [];
        List<string> figures = [];
        if (options.Trains(NetworkKind.Convolutional))
        {
            networks.Add(row => ConvolutionalTraining.Reconstruct(convolutional, row));
            figures.Add($"convolutional, codes of 32 values: squared error a pixel {ConvolutionalTraining.Error(convolutional, test):F5}");
        }

        if (options.Trains(NetworkKind.Plane))
        {
            networks.Add(row => plane.Reconstruct(row));
            Sheets.WritePlane(File("plane.png"), plane);
            figures.Add($"variational, codes of 2 values: bound (ELBO) {planeTraining.Bound(test):F2} nats");
        }

        if (options.Trains(NetworkKind.Variational))
        {
            networks.Add(row => variational.Reconstruct(row));
            Sheets.WriteDrawn(File("drawn.png"), variational, options.Seed);
            int images = Math.Min(test.Count, options.Data is null ? FewEstimated : EstimatedImages);
            double estimate = ImportanceEstimate.Of(variational, test, images, EstimateSamples, options.Seed, interruption.Token);
            figures.Add($"variational, codes of 50 values: bound (ELBO) {training.Bound(test):F2} nats; log p(x) of {images} images by {EstimateSamples} samples each {estimate:F2}"
                + (options.Data is null ? "" : " (Burda et al. 2015, table 1: -86.76, of all test images by 5000 samples)"));
        }

        Sheets.WriteReconstructions(File("reconstructions.png"), test, networks);
        Console.WriteLine($"pictures in {options.Out}");
        figures.ForEach(Console.WriteLine);
        return 0;

        int Epochs(int usual) => options.Epochs ?? (options.Data is null ? VariationalTraining.DrawnEpochs : usual);

        string File(string name) => Path.Combine(options.Out, name);
    }
}
