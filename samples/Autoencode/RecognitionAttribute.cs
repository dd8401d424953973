using NetGen;

namespace Autoencode;

/// <summary>The encoder: of an image's pixels the mean and the logarithm of the variance of each value of its code, first all means.</summary>
/// <remarks>Two layers of 200, as the variational autoencoder that Burda, Grosse and Salakhutdinov 2015 ("Importance Weighted Autoencoders", arXiv 1509.00519, section 5) compare with.</remarks>
/// <param name="latent">The values of a code.</param>
[Layers("""
    [Dense(200)] [Tanh]
    [Dense(200)] [Tanh]
    [Dense(2 * latent, Name = "code")]
    """)]
public sealed class RecognitionAttribute(int latent) : BlockAttribute
{
    /// <summary>The values of a code.</summary>
    public int Latent { get; } = latent;
}
