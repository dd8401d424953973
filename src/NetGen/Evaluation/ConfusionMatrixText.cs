using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>A <see cref="ConfusionMatrix"/> as tables for a console.</summary>
internal static class ConfusionMatrixText
{
    /// <summary>Columns of counts that still fit on a screen.</summary>
    private const int MostColumns = 20;

    private const int LongestName = 24;

    /// <summary>The tables.</summary>
    public static string Of(ConfusionMatrix matrix)
    {
        StringBuilder text = new();
        if (matrix.Classes <= MostColumns)
        {
            text.Append("labels down, predictions across\n");
            Write(text, Counts(matrix));
            text.Append('\n');
        }

        Write(text, Figures(matrix));
        text.Append("accuracy ").Append(Share(matrix.Accuracy));
        text.Append(", mean IoU ").Append(Share(matrix.MeanIoU));
        text.Append(", Cohen's kappa ").Append(Share(matrix.CohensKappa)).Append('\n');
        return text.ToString();
    }

    private static List<string[]> Counts(ConfusionMatrix matrix)
    {
        // Columns have numbers, since names would make them too wide; rows tell which is which.
        List<string[]> rows = [["", .. Enumerable.Range(0, matrix.Classes).Select(c => Number(c))]];
        for (int label = 0; label < matrix.Classes; label++)
        {
            rows.Add([NumberedName(matrix, label), .. Enumerable.Range(0, matrix.Classes).Select(c => Number(matrix[label, c]))]);
        }

        return rows;
    }

    private static List<string[]> Figures(ConfusionMatrix matrix)
    {
        List<string[]> rows = [["class", "precision", "recall", "F1", "IoU", "support"]];
        for (int c = 0; c < matrix.Classes; c++)
        {
            rows.Add([NumberedName(matrix, c), Share(matrix.Precision(c)), Share(matrix.Recall(c)), Share(matrix.F1(c)), Share(matrix.IoU(c)), Number(matrix.Support(c))]);
        }

        rows.Add(["macro mean", Share(matrix.MacroPrecision), Share(matrix.MacroRecall), Share(matrix.MacroF1), Share(matrix.MeanIoU), Number(matrix.Total)]);
        rows.Add(["weighted mean", Share(matrix.WeightedPrecision), Share(matrix.WeightedRecall), Share(matrix.WeightedF1), "", Number(matrix.Total)]);
        return rows;
    }

    private static void Write(StringBuilder text, List<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length))];
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }
    }

    private static string NumberedName(ConfusionMatrix matrix, int label)
    {
        if (matrix.ClassNames is not { } names)
        {
            return Number(label);
        }

        string name = names[label];
        return $"{Number(label)} {(name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name)}";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
