using System.Globalization;

namespace NetGen.Reports;

/// <summary>Reads what <see cref="CsvLog"/> writes.</summary>
internal static class CsvLogFile
{
    private const string Header = "epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy";
    private const int Columns = 8;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">It is none of that kind, or damaged; nothing of it is taken then.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<RunPoint> Read(string path)
    {
        List<RunPoint> points = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            if (++number > 1)
            {
                points.Add(Parse(path, number, line, points.Count == 0 ? 0 : points[^1].Epoch));
            }
            else if (line != Header)
            {
                throw new DataFileException(path, $"line 1: expected \"{Header}\", actual \"{Short(line)}\"");
            }
        }

        return number > 0 ? points : throw new DataFileException(path, $"expected \"{Header}\", actual an empty file");
    }

    private static RunPoint Parse(string path, int number, string line, int previous)
    {
        string[] cells = line.Split(',');
        if (cells.Length != Columns)
        {
            throw Wrong($"expected {Columns} values, actual {cells.Length}");
        }

        if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int epoch) || epoch <= previous)
        {
            throw Wrong($"expected an epoch over {previous}, actual \"{Short(cells[0])}\"");
        }

        if ((cells[6].Length == 0) != (cells[7].Length == 0))
        {
            throw Wrong($"expected val_loss and val_accuracy or neither, actual \"{Short(cells[6])}\" and \"{Short(cells[7])}\"");
        }

        bool validated = cells[6].Length > 0;
        return new RunPoint(epoch, Number(1), Number(2), (float)Number(3), Number(5), validated ? Number(6) : null, validated ? Number(7) : null);

        double Number(int column) => double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw Wrong($"expected a number for {Header.Split(',')[column]}, actual \"{Short(cells[column])}\"");

        DataFileException Wrong(FormattableString problem) => new(path, FormattableString.Invariant($"line {number}: ") + FormattableString.Invariant(problem));
    }

    private static string Short(string text) => text.Length > 60 ? text[..59] + "…" : text;
}
