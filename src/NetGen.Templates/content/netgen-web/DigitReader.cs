using System.Collections.Concurrent;
using NetGen;

namespace NetGenApp._1;

/// <summary>Reads digits, from any number of threads at once.</summary>
/// <remarks>A predictor serves one thread at a time, so each call borrows one. All share the network's weights, and after its first call a predictor allocates nothing.</remarks>
public sealed class DigitReader : IDisposable
{
    private readonly DigitNet _net;
    private readonly ConcurrentBag<Predictor> _idle = [];

    /// <summary>Loads the weights that the setting <c>Weights</c> names (<c>--weights FILE</c>), or trains on drawn digits where it names none.</summary>
    public DigitReader(IConfiguration configuration, ILogger<DigitReader> logger)
    {
        string? file = configuration["Weights"];
        if (string.IsNullOrEmpty(file))
        {
            logger.LogWarning("No weights are given (--weights FILE): training on drawn digits for a few seconds.");
            _net = Train(out double accuracy);
            logger.LogInformation("Trained to a test accuracy of {Accuracy:F4}.", accuracy);
            Weights = "trained on drawn digits at start";
        }
        else
        {
            _net = DigitNet.FromFile(file);
            logger.LogInformation("Loaded {File}.", file);
            Weights = Path.GetFileName(file);
        }
    }

    /// <summary>Where the weights are from.</summary>
    public string Weights { get; }

    /// <summary>Reads one image.</summary>
    /// <param name="pixels">28 × 28 values from 0 to 1, row by row.</param>
    public DigitReading Read(ReadOnlySpan<float> pixels)
    {
        float[] image = new float[DigitNet.InputSize];
        for (int i = 0; i < image.Length; i++)
        {
            image[i] = (pixels[i] - Mnist.Mean) / Mnist.Deviation; // as the training images were
        }

        float[] logits = new float[DigitNet.OutputSize];
        Predictor predictor = _idle.TryTake(out Predictor? idle) ? idle : _net.CreatePredictor();
        try
        {
            predictor.Predict(image, logits);
        }
        finally
        {
            _idle.Add(predictor);
        }

        float[] probabilities = new float[logits.Length];
        Logits.Softmax(logits, logits.Length, probabilities);
        return new DigitReading(Logits.ArgMax(logits), probabilities);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out Predictor? predictor))
        {
            predictor.Dispose();
        }

        _net.Dispose();
    }

    private static DigitNet Train(out double accuracy)
    {
        DigitNet net = new(seed: 1);
        new Trainer(net, new Adam(0.002f)) { BatchSize = 100, Epochs = 3, Seed = 1 }.Fit(DrawnDigits.Make(6_000, seed: 1));
        accuracy = Trainer.Evaluate(net, DrawnDigits.Make(1_000, seed: 2)).Accuracy;
        return net;
    }
}
