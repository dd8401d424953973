using NetGen;

namespace Autoencode;

/// <summary>An encoder and a decoder that are trained together: the sampling between them and the divergence are written out here, and the gradient goes from one to the other.</summary>
internal sealed class VariationalAutoencoder : IDisposable
{
    /// <summary>The decoder's loss is a mean over pixels; the bound is of whole images.</summary>
    private const int Pixels = DigitSet.Pixels;

    /// <summary>Burda et al. take 1e-4; here all gradients are smaller by the number of pixels.</summary>
    private const double Epsilon = 1e-4 / Pixels;

    private readonly Adam _encoding = new() { Epsilon = Epsilon };
    private readonly Adam _decoding = new() { Epsilon = Epsilon };
    private float[] _codes = [];
    private float[] _codeGradients = [];
    private float[] _noise = [];
    private float[] _samples = [];
    private float[] _sampleGradients = [];

    public VariationalAutoencoder(Model encoder, Model decoder)
    {
        Encoder = encoder;
        Decoder = decoder;
        Latent = decoder.Description.InputSize;
    }

    public Model Encoder { get; }

    public Model Decoder { get; }

    /// <summary>The values of a code.</summary>
    public int Latent { get; }

    /// <summary>Threads to work on.</summary>
    public int Threads
    {
        set => (Encoder.Threads, Decoder.Threads) = (value, value);
    }

    /// <summary>All that a training goes on from.</summary>
    public SavedState StateIn(string folder, string settings)
    {
        SavedState state = new(folder, settings);
        state.Add("encoder", Encoder);
        state.Add("decoder", Decoder);
        state.Add("encoder-adam", _encoding, Encoder.Parameters);
        state.Add("decoder-adam", _decoding, Decoder.Parameters);
        return state;
    }

    /// <summary>Takes a step over a batch of black and white images.</summary>
    /// <param name="images">784 values of 0 or 1 an image.</param>
    /// <param name="rate">How far it goes.</param>
    /// <param name="random">The noise of the codes.</param>
    /// <returns>What the images cost given their codes, and what the codes cost, both in nats an image: the sum is the negative of the bound.</returns>
    public (double Reconstruction, double Divergence) Step(ReadOnlySpan<float> images, float rate, ref RandomSource random)
    {
        int batch = images.Length / Pixels;
        Reserve(batch);
        Encoder.Forward(images, _codes);
        double divergence = Sample(batch, ref random);
        StepResult decoded = Decoder.ComputeGradients(_samples, images, inputGradients: _sampleGradients);

        // Both parts of the loss are divided by pixels and images alike.
        float part = 1f / (Pixels * batch);
        for (int i = 0; i < batch; i++)
        {
            GaussianCode.Gradient(Code(i), Of(_noise, i), Of(_sampleGradients, i), part, _codeGradients.AsSpan(i * 2 * Latent, 2 * Latent));
        }

        Encoder.Backward(_codeGradients);
        _encoding.LearningRate = _decoding.LearningRate = rate;
        _encoding.Step(Encoder.Parameters);
        _decoding.Step(Decoder.Parameters);
        return (decoded.Loss * Pixels, divergence / batch);
    }

    /// <summary>The same costs without a step.</summary>
    public (double Reconstruction, double Divergence) Evaluate(ReadOnlySpan<float> images, ref RandomSource random)
    {
        int batch = images.Length / Pixels;
        Reserve(batch);
        Encoder.Predict(images, _codes);
        double divergence = Sample(batch, ref random);
        ReadOnlySpan<float> targets = images;
        return (Decoder.Evaluate(_samples, targets).Loss * Pixels, divergence / batch);
    }

    /// <summary>What the decoder makes of the middle of each image's code.</summary>
    public float[] Reconstruct(ReadOnlySpan<float> images)
    {
        int batch = images.Length / Pixels;
        Reserve(batch);
        Encoder.Predict(images, _codes);
        for (int i = 0; i < batch; i++)
        {
            Code(i)[..Latent].CopyTo(Of(_samples, i));
        }

        return Decode(_samples);
    }

    /// <summary>The pixels, from 0 to 1, that the decoder makes of codes.</summary>
    public float[] Decode(ReadOnlySpan<float> codes)
    {
        float[] pixels = new float[codes.Length / Latent * Pixels];
        Decoder.Predict(codes, pixels);
        Logits.Sigmoid(pixels, pixels);
        return pixels;
    }

    public void Dispose()
    {
        Encoder.Dispose();
        Decoder.Dispose();
    }

    /// <summary>Draws a sample of each code, and gives the sum of the codes' divergences.</summary>
    private double Sample(int batch, ref RandomSource random)
    {
        double divergence = 0;
        for (int i = 0; i < batch; i++)
        {
            GaussianCode.Sample(Code(i), Of(_noise, i), Of(_samples, i), ref random);
            divergence += GaussianCode.Divergence(Code(i));
        }

        return divergence;
    }

    private ReadOnlySpan<float> Code(int image) => _codes.AsSpan(image * 2 * Latent, 2 * Latent);

    private Span<float> Of(float[] values, int image) => values.AsSpan(image * Latent, Latent);

    private void Reserve(int batch)
    {
        if (_noise.Length != batch * Latent)
        {
            (_codes, _codeGradients) = (new float[batch * 2 * Latent], new float[batch * 2 * Latent]);
            (_noise, _samples, _sampleGradients) = (new float[batch * Latent], new float[batch * Latent], new float[batch * Latent]);
        }
    }
}
