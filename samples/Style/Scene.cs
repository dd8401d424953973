using System.Security.Cryptography;
using NetGen;
using NetGen.Images;

namespace Style;

/// <summary>A picture and a painting of one size, and the frozen network that sees them.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Content">The picture that is painted.</param>
/// <param name="Painting">The painting whose style it gets.</param>
/// <param name="Features">The network.</param>
/// <param name="Recipe">What is compared.</param>
internal sealed record Scene(string Name, Picture Content, Picture Painting, Model Features, LossRecipe Recipe) : IDisposable
{
    /// <summary>What random numbers are for, so that each purpose has a sequence of its own; those from 0 on are the drawn pictures'.</summary>
    private const int PaintingNumbers = 1;

    /// <summary>Loads the user's files, or draws.</summary>
    public static Scene Make(PhotographFiles? files, int seed, int threads)
    {
        if (files is null)
        {
            return new Scene(
                "a drawn scene, a drawn painting and random filters",
                DrawnScene.Draw(new RandomSource((ulong)seed, 0, 0)),
                DrawnPainting.Draw(new RandomSource((ulong)seed, PaintingNumbers, 0)),
                new DrawnFeatures((ulong)seed) { Threads = threads },
                LossRecipe.Random);
        }

        Picture content = Pixels.Load("--content", files.Content, PictureSize.Height, PictureSize.Width);
        Picture painting = Pixels.Load("--style", files.Style, PictureSize.Height, PictureSize.Width);
        PhotographFeatures features = new((ulong)seed) { Threads = threads };
        PretrainedWeights.Load(features, files.Weights);
        return new Scene($"{Path.GetFileName(files.Content)} after {Path.GetFileName(files.Style)}", content, painting, features, LossRecipe.Pretrained);
    }

    /// <summary>The painting's Gram matrices.</summary>
    public IReadOnlyList<float[]> Style() => PerceptualLoss.StyleOf(Features, Recipe, Pixels.Of(Painting));

    /// <summary>A word that another picture or painting changes.</summary>
    public string Mark => Convert.ToHexString(SHA256.HashData([.. Content.Bytes, .. Painting.Bytes]))[..8];

    public void Dispose() => Features.Dispose();
}
