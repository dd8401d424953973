using NetGen.Images;

namespace Enlarge;

/// <summary>Small picture, cubic curves, network and truth side by side, a picture a row.</summary>
internal static class ComparisonSheet
{
    private const int Rows = 6;
    private const int Columns = 4;
    private const int Gap = 8;

    /// <summary>Of a large picture the middle is shown.</summary>
    private const int MostShown = 96;

    /// <summary>So large a panel becomes about, its pixels as squares.</summary>
    private const int Panel = 192;

    /// <summary>Pictures from everywhere in the set, none of them chosen.</summary>
    public static void Write(string file, Enlarger enlarger, IReadOnlyList<PicturePair> pairs)
    {
        int rows = Math.Min(Rows, pairs.Count);
        PicturePair[] shown = [.. Enumerable.Range(0, rows).Select(i => pairs[(int)((i + 0.5) * pairs.Count / rows)])];
        int side = shown.Min(pair => Math.Min(MostShown, Math.Min(pair.Truth.Width, pair.Truth.Height)));
        Picture.Grid([.. shown.SelectMany(pair => PanelsOf(pair, enlarger).Select(panel => Show(panel, side)))], Columns, Gap).SavePng(file);
    }

    private static Picture[] PanelsOf(PicturePair pair, Enlarger enlarger) =>
        [pair.Small.Resize(pair.Truth.Width, pair.Truth.Height, ResizeFilter.Nearest), pair.Bicubic(), enlarger.Enlarge(pair.Small), pair.Truth];

    private static Picture Show(Picture panel, int side)
    {
        int factor = Math.Max(1, Panel / side);
        return panel.CenterCrop(side, side).Resize(side * factor, side * factor, ResizeFilter.Nearest);
    }
}
