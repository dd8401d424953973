using NetGen;

namespace Segmentation;

/// <summary>Scenes in the middle of a canvas: around them is the mean colour, and no class.</summary>
internal sealed class SceneDataset : Dataset
{
    private readonly IReadOnlyList<Scene> _scenes;
    private readonly int _outside;

    /// <param name="scenes">The scenes, all of a size that the canvas has room for.</param>
    /// <param name="height">The canvas's rows.</param>
    /// <param name="width">The canvas's columns.</param>
    /// <param name="outside">The label around the scenes.</param>
    public SceneDataset(IReadOnlyList<Scene> scenes, int height, int width, int outside)
        : base([3, height, width], height * width, 0) => (_scenes, _outside) = (scenes, outside);

    /// <summary>About the mean of CamVid's training images, on 0 to 1.</summary>
    public static IReadOnlyList<float> Mean { get; } = [0.39f, 0.41f, 0.41f];

    /// <summary>About their standard deviation.</summary>
    public static IReadOnlyList<float> Deviation { get; } = [0.30f, 0.31f, 0.31f];

    public override int Count => _scenes.Count;

    private int Height => InputShape[1];

    private int Width => InputShape[2];

    public Scene this[int index] => _scenes[index];

    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        destination.Clear();
        Scene scene = _scenes[index];
        for (int channel = 0; channel < 3; channel++)
        {
            for (int row = 0; row < scene.Picture.Height; row++)
            {
                ReadOnlySpan<byte> bytes = scene.Picture.Bytes.Slice(((channel * scene.Picture.Height) + row) * scene.Picture.Width, scene.Picture.Width);
                Span<float> line = destination[((channel * Height * Width) + Place(scene, row))..];
                for (int column = 0; column < bytes.Length; column++)
                {
                    line[column] = ((bytes[column] / 255f) - Mean[channel]) / Deviation[channel];
                }
            }
        }
    }

    public override void CopyLabels(int index, Span<int> destination)
    {
        CheckCopy(index, destination.Length, LabelSize);
        destination.Fill(_outside);
        Scene scene = _scenes[index];
        for (int row = 0; row < scene.Picture.Height; row++)
        {
            Span<int> line = destination[Place(scene, row)..];
            for (int column = 0; column < scene.Picture.Width; column++)
            {
                line[column] = scene.Labels[(row * scene.Picture.Width) + column];
            }
        }
    }

    /// <summary>What of a canvas of classes is the scene's.</summary>
    public byte[] CutOut(int index, ReadOnlySpan<byte> canvas)
    {
        Scene scene = _scenes[index];
        byte[] labels = new byte[scene.Labels.Length];
        for (int row = 0; row < scene.Picture.Height; row++)
        {
            canvas.Slice(Place(scene, row), scene.Picture.Width).CopyTo(labels.AsSpan(row * scene.Picture.Width));
        }

        return labels;
    }

    /// <summary>Where on the canvas a row of the scene begins.</summary>
    private int Place(Scene scene, int row) => ((row + ((Height - scene.Picture.Height) / 2)) * Width) + ((Width - scene.Picture.Width) / 2);
}
