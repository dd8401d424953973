using NetGen.Images;

namespace Segmentation;

/// <summary>
/// CamVid's street scenes with eleven classes, in the form of SegNet's tutorial, halved to 240×180: folders <c>train</c>, <c>val</c> and <c>test</c> of pictures, and <c>trainannot</c> and so
/// on with a grey PNG of the same name for each, whose bytes are the classes.
/// </summary>
/// <remarks>Brostow, Fauqueur and Cipolla 2009, "Semantic Object Classes in Video: A High-Definition Ground Truth Database".</remarks>
internal static class CamVid
{
    public const int Classes = 11;

    /// <summary>The label of pixels that nobody named.</summary>
    public const int Void = 11;

    public const int CanvasHeight = 192;
    public const int CanvasWidth = 256;

    /// <summary>The square roots of the weights of the tutorial's <c>segnet_train.prototxt</c>.</summary>
    public const string ClassWeights = "0.51, 0.43, 2.14, 0.38, 0.95, 0.62, 3.11, 1.36, 0.83, 2.50, 2.71";

    private const int Height = 180;
    private const int Width = 240;

    private static readonly (string Name, byte[] Colour)[] s_classes =
    [
        ("sky", [128, 128, 128]),
        ("building", [128, 0, 0]),
        ("pole", [192, 192, 128]),
        ("road", [128, 64, 128]),
        ("pavement", [60, 40, 222]),
        ("tree", [128, 128, 0]),
        ("sign", [192, 128, 128]),
        ("fence", [64, 64, 128]),
        ("car", [64, 0, 128]),
        ("pedestrian", [64, 64, 0]),
        ("bicyclist", [0, 128, 192]),
        ("unlabelled", [0, 0, 0]),
    ];

    /// <exception cref="InputException">The folder has not what is needed.</exception>
    public static SceneSets Load(string folder) => new(
        LoadSet(folder, "train"),
        LoadSet(folder, "val"),
        LoadSet(folder, "test"),
        [.. s_classes.Take(Classes).Select(c => c.Name)],
        [.. s_classes.Select(c => c.Colour)],
        Void);

    private static SceneDataset LoadSet(string folder, string name)
    {
        string pictures = Path.Combine(folder, name);
        if (!Directory.Exists(pictures))
        {
            throw new InputException($"--data: there is no folder \"{pictures}\".");
        }

        string[] files = [.. Directory.GetFiles(pictures).Where(f => Path.GetExtension(f) is ".jpg" or ".png").Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? new SceneDataset([.. files.Select(f => LoadScene(f, Path.Combine(folder, name + "annot", Path.GetFileNameWithoutExtension(f) + ".png")))], CanvasHeight, CanvasWidth, Void)
            : throw new InputException($"--data: there is no picture in \"{pictures}\".");
    }

    private static Scene LoadScene(string picture, string mask)
    {
        try
        {
            Scene scene = new(Sized(Picture.Load(picture), picture), Sized(Picture.Load(mask, channels: 1), mask).Bytes.ToArray());
            int wrong = scene.Labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)Void);
            return wrong < 0
                ? scene
                : throw new InputException(FormattableString.Invariant($"--data: {mask}: row {wrong / Width}, column {wrong % Width}: expected a class from 0 to {Void}, actual {scene.Labels[wrong]}."));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--data: {problem.Message}");
        }
    }

    private static Picture Sized(Picture picture, string file) => picture is { Width: Width, Height: Height }
        ? picture
        : throw new InputException($"--data: {file}: expected {Width}×{Height}, actual {picture}.");
}
