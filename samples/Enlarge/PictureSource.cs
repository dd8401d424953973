using NetGen;
using NetGen.Images;

namespace Enlarge;

/// <summary>The pictures to train with and others to judge by: drawn for the run, CIFAR-10, or those in a folder.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Train">Those to train with.</param>
/// <param name="Test">Those to judge by.</param>
internal sealed record PictureSource(string Name, IReadOnlyList<PicturePair> Train, IReadOnlyList<PicturePair> Test)
{
    private const int DrawnTrain = 1_500;
    private const int DrawnTest = 200;

    /// <summary>Of a folder without train and val, every fifth picture in the order of their paths is kept back.</summary>
    private const int Fifth = 5;

    public static PictureSource Load(EnlargeOptions options, CancellationToken cancellation)
    {
        PictureSource source = options.Data is null ? Drawn(options.Seed)
            : File.Exists(Path.Combine(options.Data, "data_batch_1.bin")) ? Cifar(options.Data)
            : Folder(options.Data, cancellation);
        return source.Train.Count > 0 && source.Test.Count > 0
            ? source
            : throw new InputException($"--data: expected two pictures or more, actual {source.Train.Count + source.Test.Count} in \"{options.Data}\".");
    }

    private static PictureSource Drawn(int seed) => new("drawn pictures", Draw(seed, 0, DrawnTrain), Draw(seed, 1, DrawnTest));

    private static IReadOnlyList<PicturePair> Draw(int seed, int set, int count) =>
        Pairs(count, i => Scene.Draw(new RandomSource((ulong)seed, set, i)), default);

    private static PictureSource Cifar(string folder)
    {
        Cifar10 cifar = CifarFolder.Load(folder, Cifar10.Mean, Cifar10.Deviation);
        return new PictureSource("CIFAR-10", Of(cifar.Train), Of(cifar.Test));

        static IReadOnlyList<PicturePair> Of(ImageDataset images) => Pairs(images.Count, i => Picture.FromBytes(images.InputShape, images.Pixels(i)), default);
    }

    private static PictureSource Folder(string folder, CancellationToken cancellation)
    {
        try
        {
            (string train, string test) = (Path.Combine(folder, "train"), Path.Combine(folder, "val"));
            if (Directory.Exists(train) && Directory.Exists(test))
            {
                return new PictureSource("pictures", Load(ImageFiles.Find(train), cancellation), Load(ImageFiles.Find(test), cancellation));
            }

            IReadOnlyList<string> files = ImageFiles.Find(folder);
            return new PictureSource(
                "pictures",
                Load([.. files.Where((_, i) => i % Fifth != 0)], cancellation),
                Load([.. files.Where((_, i) => i % Fifth == 0)], cancellation));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--data: {problem.Message}");
        }
    }

    private static IReadOnlyList<PicturePair> Load(IReadOnlyList<string> files, CancellationToken cancellation) => Pairs(files.Count, i => Load(files[i]), cancellation);

    private static Picture Load(string file)
    {
        Picture picture = Picture.Load(file);
        return Math.Min(picture.Width, picture.Height) >= PicturePair.Scale
            ? picture
            : throw new InputException($"--data: {file}: expected at least {PicturePair.Scale} pixels in either direction, actual {picture}.");
    }

    private static PicturePair[] Pairs(int count, Func<int, Picture> make, CancellationToken cancellation)
    {
        PicturePair[] pairs = new PicturePair[count];
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i => pairs[i] = PicturePair.Of(make(i)));
        }
        catch (AggregateException several)
        {
            // Whichever of the damaged ones was found first.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return pairs;
    }
}
