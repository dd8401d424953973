using NetGen;
using NetGen.Images;

namespace Detection;

/// <summary>Test pictures with the boxes that were found, beside those with the true ones.</summary>
internal static class CellPictures
{
    private const float LeastScore = 0.5f;

    private static readonly byte[][] s_colours = [[220, 30, 30], [20, 20, 220], [0, 140, 40]];

    public static void Save(IReadOnlyList<CellImage> images, IReadOnlyList<DetectedBox[]> found, int count, string file)
    {
        List<Picture> pictures = [];
        for (int i = 0; i < count; i++)
        {
            int index = ((2 * i) + 1) * images.Count / (2 * count);
            pictures.Add(Draw(images[index].Picture, images[index].Cells.Select(c => (c.Box, c.Class))));
            pictures.Add(Draw(images[index].Picture, found[index].Where(d => d.Score >= LeastScore).Select(d => (d.Box, d.Class))));
        }

        Picture.Grid(pictures, columns: 2).SavePng(file);
    }

    private static Picture Draw(Picture picture, IEnumerable<(BoundingBox Box, int Class)> boxes)
    {
        byte[] bytes = picture.Bytes.ToArray();
        foreach ((BoundingBox box, int label) in boxes)
        {
            (int left, int top) = (Math.Clamp((int)box.Left, 0, picture.Width - 1), Math.Clamp((int)box.Top, 0, picture.Height - 1));
            (int right, int bottom) = (Math.Clamp((int)box.Right, 0, picture.Width - 1), Math.Clamp((int)box.Bottom, 0, picture.Height - 1));
            for (int x = left; x <= right; x++)
            {
                Dot(x, top, label);
                Dot(x, bottom, label);
            }

            for (int y = top; y <= bottom; y++)
            {
                Dot(left, y, label);
                Dot(right, y, label);
            }
        }

        return Picture.FromBytes(picture.Shape, bytes);

        void Dot(int x, int y, int label)
        {
            for (int c = 0; c < 3; c++)
            {
                bytes[(((c * picture.Height) + y) * picture.Width) + x] = s_colours[label][c];
            }
        }
    }
}
