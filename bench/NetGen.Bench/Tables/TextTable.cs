namespace NetGen.Bench.Tables;

/// <summary>Rows of cells for people to read: the first column to the left, numbers to the right.</summary>
internal sealed class TextTable(params string[] header)
{
    private const string Gap = "   ";

    private readonly List<string[]> _rows = [header];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The same for programs, separated by commas; no cell may hold a quotation mark.</summary>
    public void WriteCsv(TextWriter writer)
    {
        foreach (string[] row in _rows)
        {
            writer.WriteLine(string.Join(',', row.Select(cell => cell.Contains(',') ? $"\"{cell}\"" : cell)));
        }
    }

    public void Write(TextWriter writer)
    {
        int[] widths = [.. header.Select((_, column) => _rows.Max(row => row[column].Length))];
        foreach (string[] row in _rows)
        {
            writer.WriteLine(string.Join(Gap, row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }
}
