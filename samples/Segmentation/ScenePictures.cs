using NetGen;
using NetGen.Images;

namespace Segmentation;

/// <summary>A few test scenes beside their classes and what the network takes them for.</summary>
internal static class ScenePictures
{
    private const int Rows = 5;

    public static void Save(Model model, SceneSets sets, string file)
    {
        List<Picture> pictures = [];
        float[] input = new float[sets.Test.InputSize];
        float[] scores = new float[model.Description.OutputSize];
        byte[] canvas = new byte[sets.Test.LabelSize];
        for (int row = 0; row < Rows; row++)
        {
            int index = ((2 * row) + 1) * sets.Test.Count / (2 * Rows);
            Scene scene = sets.Test[index];
            sets.Test.CopyInput(index, input);
            model.Predict(input, scores);
            for (int pixel = 0; pixel < canvas.Length; pixel++)
            {
                canvas[pixel] = (byte)Best(scores, pixel, canvas.Length);
            }

            pictures.AddRange([scene.Picture, Paint(scene.Labels, scene, sets), Paint(sets.Test.CutOut(index, canvas), scene, sets)]);
        }

        Picture.Grid(pictures, columns: 3).SavePng(file);
    }

    private static int Best(ReadOnlySpan<float> scores, int pixel, int plane)
    {
        int best = 0;
        for (int c = 1; c * plane < scores.Length; c++)
        {
            best = scores[(c * plane) + pixel] > scores[(best * plane) + pixel] ? c : best;
        }

        return best;
    }

    private static Picture Paint(byte[] labels, Scene scene, SceneSets sets)
    {
        byte[] bytes = new byte[3 * labels.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = sets.Colours[labels[i % labels.Length]][i / labels.Length];
        }

        return Picture.FromBytes(scene.Picture.Shape, bytes);
    }
}
