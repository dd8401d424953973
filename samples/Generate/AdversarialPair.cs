using NetGen;

namespace Generate;

/// <summary>A generator and a discriminator, trained against each other (Goodfellow et al. 2014, arXiv 1406.2661, algorithm 1, with the generator's loss of section 3 that does not saturate).</summary>
internal sealed class AdversarialPair : IDisposable
{
    /// <summary>The rate that both networks begin with.</summary>
    public const float Rate = 0.0002f;

    private const double Beta1 = 0.5;

    /// <summary>How much of the averaged generator is kept in a step.</summary>
    private const float AverageDecay = 0.995f;

    private readonly Model _generator;
    private readonly Model _discriminator;
    private readonly Adam _generating = new(Rate) { Beta1 = Beta1 };
    private readonly Adam _discriminating = new(Rate) { Beta1 = Beta1 };
    private readonly float[] _generated;
    private readonly float[] _byPixels;
    private readonly float[] _realGradients;
    private readonly float[] _ones;
    private readonly float[] _zeros;

    /// <param name="generator">Makes images.</param>
    /// <param name="average">Another one like it, which becomes its running average.</param>
    /// <param name="discriminator">Tells them from real ones.</param>
    /// <param name="batchSize">Images a step.</param>
    /// <param name="seed">Decides the first weights.</param>
    public AdversarialPair(Model generator, Model average, Model discriminator, int batchSize, ulong seed)
    {
        (_generator, Average, _discriminator) = (generator, average, discriminator);
        FirstWeights.Draw(generator, seed);
        FirstWeights.Draw(discriminator, seed + 1);
        _generated = new float[batchSize * generator.Description.OutputSize];
        _byPixels = new float[_generated.Length];
        _realGradients = new float[discriminator.Parameters.TrainableCount];
        _ones = new float[batchSize];
        _zeros = new float[batchSize];
        Array.Fill(_ones, 1);
    }

    /// <summary>The mean of the generator's weights over its last steps, which makes better images than any of them: what is shown and judged.</summary>
    public Model Average { get; }

    /// <summary>Threads to work on.</summary>
    public int Threads
    {
        set => (_generator.Threads, Average.Threads, _discriminator.Threads) = (value, value, value);
    }

    /// <summary>The rate of both networks' next step.</summary>
    public float LearningRate
    {
        set => (_generating.LearningRate, _discriminating.LearningRate) = (value, value);
    }

    /// <summary>All that a training goes on from.</summary>
    public SavedState StateIn(string folder, string settings)
    {
        SavedState state = new(folder, settings);
        state.Add("generator", _generator);
        state.Add("average", Average);
        state.Add("discriminator", _discriminator);
        state.Add("generator-adam", _generating, _generator.Parameters);
        state.Add("discriminator-adam", _discriminating, _discriminator.Parameters);
        return state;
    }

    /// <summary>Takes a step of each network.</summary>
    /// <param name="number">The step, from 0.</param>
    /// <param name="real">A batch of real images, pixels from -1 to 1.</param>
    /// <param name="noise">What the generator makes images of.</param>
    /// <returns>The losses before the step.</returns>
    public (double Discriminator, double Generator) Step(long number, ReadOnlySpan<float> real, ReadOnlySpan<float> noise)
    {
        _generator.Forward(noise, _generated);

        // The discriminator's gradient is the sum over real and generated images, each a batch with its own statistics.
        double loss = _discriminator.ComputeGradients(real, Targets(_ones)).Loss;
        _discriminator.Parameters.Gradients.CopyTo(_realGradients);
        loss += _discriminator.ComputeGradients(_generated, Targets(_zeros)).Loss;
        Span<float> gradients = _discriminator.Parameters.Gradients;
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] += _realGradients[i];
        }

        _discriminating.Step(_discriminator.Parameters);

        // How the pixels would have to change to be taken for real. The gradients by the discriminator's weights, which come with it, are not used.
        double fooled = _discriminator.ComputeGradients(_generated, Targets(_ones), inputGradients: _byPixels).Loss;
        _generator.Backward(_byPixels);
        _generating.Step(_generator.Parameters);
        UpdateAverage(number);
        return (loss, fooled);
    }

    public void Dispose()
    {
        _generator.Dispose();
        Average.Dispose();
        _discriminator.Dispose();
    }

    private static ReadOnlySpan<float> Targets(float[] values) => values;

    /// <summary>The first steps are a plain mean, so that the first weights are soon forgotten. Running statistics are averaged as weights are.</summary>
    private void UpdateAverage(long number)
    {
        float share = Math.Max(1 - AverageDecay, 1f / (number + 1));
        for (int p = 0; p < Average.Parameters.Count; p++)
        {
            ReadOnlySpan<float> now = _generator.Parameters[p].Values;
            Span<float> average = Average.Parameters[p].Edit();
            for (int i = 0; i < now.Length; i++)
            {
                average[i] += share * (now[i] - average[i]);
            }
        }
    }
}
