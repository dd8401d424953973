using System.Text;

namespace NetGen.Generators.Text;

/// <summary>Tables in texts of equal width.</summary>
internal static class TextTable
{
    /// <summary>The rows in columns two spaces apart; those named are set to the right.</summary>
    public static IEnumerable<string> Aligned(List<string[]> rows, params int[] right)
    {
        int[] widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (string[] row in rows)
        {
            StringBuilder line = new();
            for (int c = 0; c < row.Length; c++)
            {
                line.Append(c == 0 ? "" : "  ").Append(right.Contains(c) ? row[c].PadLeft(widths[c]) : c == row.Length - 1 ? row[c] : row[c].PadRight(widths[c]));
            }

            yield return line.ToString();
        }
    }
}
