using NetGen;

namespace Segmentation;

/// <summary>Landscapes that are drawn for the run: houses, trees and posts under a sky with a sun. Colours alone do not tell the classes apart.</summary>
internal static class DrawnScenes
{
    public const int Classes = 6;
    public const int Height = 64;
    public const int Width = 96;

    private const int TrainCount = 600;
    private const int ValidationCount = 100;
    private const int TestCount = 200;

    private static readonly (string Name, byte[] Colour)[] s_classes =
    [
        ("sky", [128, 180, 230]),
        ("ground", [110, 150, 80]),
        ("house", [170, 60, 50]),
        ("tree", [30, 100, 40]),
        ("sun", [250, 210, 60]),
        ("post", [60, 60, 70]),
    ];

    public static SceneSets Make(int seed)
    {
        return new SceneSets(Draw(0, TrainCount), Draw(1, ValidationCount), Draw(2, TestCount), [.. s_classes.Select(c => c.Name)], [.. s_classes.Select(c => c.Colour)], null);

        SceneDataset Draw(int set, int count) => new([.. Enumerable.Range(0, count).Select(i => new SceneDrawing(new RandomSource((ulong)seed, set, i)).Make())], Height, Width, 0);
    }
}
