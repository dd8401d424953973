using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Reports;

/// <summary>Reads what <see cref="CsvLog"/> writes.</summary>
internal static partial class CsvLogFile
{
    private const string Header = "epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy";
    private const int Columns = 8;

    /// <summary>What a metric's column begins with.</summary>
    private const string Validation = "val_";

    /// <summary>What the column of an output in training ends in.</summary>
    private static readonly string[] s_ofOutputs = ["_loss", "_accuracy"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">It is none of that kind, or damaged; nothing of it is taken then.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<RunPoint> Read(string path)
    {
        List<RunPoint> points = [];
        string[] further = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            if (++number > 1)
            {
                points.Add(Parse(path, number, line, further, points.Count == 0 ? 0 : points[^1].Epoch));
            }
            else
            {
                further = Further(path, line);
            }
        }

        return number > 0 ? points : throw new DataFileException(path, $"expected \"{Header}\", actual an empty file");
    }

    /// <summary>The columns of outputs and metrics.</summary>
    private static string[] Further(string path, string line)
    {
        if (line == Header)
        {
            return [];
        }

        string[]? names = line.StartsWith(Header + ",", StringComparison.Ordinal) ? Fields(line[(Header.Length + 1)..]) : null;
        return names is not null && names.All(n => IsOfValidation(n) || s_ofOutputs.Any(end => n.Length > end.Length && n.EndsWith(end, StringComparison.Ordinal)))
            ? names
            : throw new DataFileException(path, $"line 1: expected \"{Header}\" and columns of metrics, such as \"val_top-3_accuracy\", actual \"{Short(line)}\"");
    }

    private static bool IsOfValidation(string column) => column.Length > Validation.Length && column.StartsWith(Validation, StringComparison.Ordinal);

    /// <summary>Splits fields, of which some may be in quotation marks (RFC 4180, section 2); null where a mark is left open or stands elsewhere.</summary>
    private static string[]? Fields(string line)
    {
        MatchCollection fields = Field().Matches(line);
        return fields.Sum(f => f.Length) == line.Length
            ? [.. fields.Select(f => f.Groups[1].Success ? f.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : f.Groups[2].Value)]
            : null;
    }

    [GeneratedRegex("\\G(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))")]
    private static partial Regex Field();

    private static RunPoint Parse(string path, int number, string line, string[] further, int previous)
    {
        string[] cells = line.Split(',');
        if (cells.Length != Columns + further.Length)
        {
            throw Wrong($"expected {Columns + further.Length} values, actual {cells.Length}");
        }

        if (!int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int epoch) || epoch <= previous)
        {
            throw Wrong($"expected an epoch over {previous}, actual \"{Short(cells[0])}\"");
        }

        if (cells[6].Length == 0 && cells[7].Length > 0)
        {
            throw Wrong($"expected val_loss where there is val_accuracy, actual \"\" and \"{Short(cells[7])}\"");
        }

        return new RunPoint(epoch, Number(1) ?? double.NaN, Number(2), (float)Needed(3), Needed(5), Number(6), Number(7))
        {
            Outputs = [.. Present(ofValidation: false)],
            Metrics = [.. Present(ofValidation: true).Select(m => KeyValuePair.Create(m.Key[Validation.Length..], m.Value))],
        };

        IEnumerable<KeyValuePair<string, double>> Present(bool ofValidation) => further.Index()
            .Where(f => cells[Columns + f.Index].Length > 0 && IsOfValidation(f.Item) == ofValidation)
            .Select(f => KeyValuePair.Create(f.Item, Needed(Columns + f.Index)));

        // What is no number, or as an accuracy without classes, is an empty field.
        double? Number(int column) => cells[column].Length == 0 ? null : Needed(column);

        double Needed(int column) => double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw Wrong($"expected a number for {(column < Columns ? Header.Split(',')[column] : further[column - Columns])}, actual \"{Short(cells[column])}\"");

        DataFileException Wrong(FormattableString problem) => new(path, FormattableString.Invariant($"line {number}: ") + FormattableString.Invariant(problem));
    }

    private static string Short(string text) => text.Length > 60 ? text[..59] + "…" : text;
}
