using NetGen;
using NetGen.Images;

namespace Style;

/// <summary>Pictures that a painter is trained with: drawn scenes as they are, or parts of photographs.</summary>
/// <param name="pictures">The pictures, each at least as large as what a step shows.</param>
/// <param name="height">Rows of what a step shows.</param>
/// <param name="width">Columns.</param>
/// <param name="seed">Decides which part it is, whether it is mirrored, and how dark it is.</param>
/// <param name="darkest">The least share of its light that a part keeps, at most 1, with which all keep theirs.</param>
internal sealed class TrainingPictures(IReadOnlyList<Picture> pictures, int height, int width, int seed, float darkest = 1)
{
    /// <summary>Photographs are taken by daylight, and a painter is at a loss before darker ones if it has seen no other: it left white blots where a river lay in the shade.</summary>
    private const float DarkestPhotograph = 0.2f;

    private const int Drawn = 200;
    private const int ShorterSide = 256;

    /// <summary>What random numbers are for; 0 is the order of the pictures.</summary>
    private const int Parts = 3;

    public int Count => pictures.Count;

    /// <summary>Draws scenes; the first number is that of the scene that the painter is shown on.</summary>
    public static TrainingPictures Draw(int seed, CancellationToken cancellation)
    {
        Picture[] scenes = new Picture[Drawn];
        Parallel.For(0, Drawn, new ParallelOptions { CancellationToken = cancellation }, i => scenes[i] = DrawnScene.Draw(new RandomSource((ulong)seed, 0, i + 1)));
        return new TrainingPictures(scenes, PictureSize.DrawnHeight, PictureSize.DrawnWidth, seed);
    }

    /// <summary>Loads all pictures of a folder, and of the folders in it.</summary>
    /// <exception cref="InputException">The folder is absent, has fewer than <paramref name="least"/> pictures, or a damaged one.</exception>
    public static TrainingPictures Load(string folder, int least, int seed, CancellationToken cancellation)
    {
        try
        {
            List<Picture> pictures = [];
            foreach (string file in ImageFiles.Find(folder))
            {
                cancellation.ThrowIfCancellationRequested();
                pictures.Add(Picture.Load(file).ResizeShorterSide(ShorterSide));
            }

            return pictures.Count >= least
                ? new TrainingPictures(pictures, PictureSize.Part, PictureSize.Part, seed, DarkestPhotograph)
                : throw new InputException($"--photographs: expected {least} pictures or more in \"{folder}\", actual {pictures.Count}.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--photographs: {problem.Message}");
        }
    }

    /// <summary>Writes what a step shows of a picture, as networks read it: any part of it, mirrored or not, and darker or not.</summary>
    /// <param name="index">The picture.</param>
    /// <param name="number">The number of this showing, over the whole training.</param>
    /// <param name="destination">3 × height × width values.</param>
    public void Copy(int index, long number, Span<float> destination)
    {
        RandomSource random = new((ulong)seed, Parts, checked((int)number));
        Picture picture = pictures[index];
        Picture part = picture.Crop(random.Next(picture.Width - width + 1), random.Next(picture.Height - height + 1), width, height);
        Pixels.Copy(part, destination);
        if (random.Next(2) == 0)
        {
            for (int row = 0; row < destination.Length; row += width)
            {
                destination.Slice(row, width).Reverse();
            }
        }

        if (darkest < 1)
        {
            Pixels.Darken(destination, darkest + ((1 - darkest) * random.NextSingle()));
        }
    }
}
