using System.Globalization;
using System.Text;
using NetGen;

namespace Classify;

/// <summary>Predictions as values separated by commas (RFC 4180, lines ending in a line feed): file, actual class where known, predicted class, the probability of each class.</summary>
internal static class PredictionTable
{
    /// <summary>Writes the file; a reader sees the old one or the whole new one.</summary>
    public static void Write(string path, IReadOnlyList<string> classNames, IEnumerable<PredictionRow> rows, bool withActual) => AtomicFile.Write(path, stream =>
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Line(["file", .. withActual ? ["actual"] : (string[])[], "predicted", .. classNames]));
        foreach (PredictionRow row in rows)
        {
            writer.WriteLine(Line(
            [
                row.File,
                .. withActual ? [row.Actual ?? ""] : (string[])[],
                classNames[row.Predicted],
                .. row.Probabilities.Select(p => p.ToString("R", CultureInfo.InvariantCulture)),
            ]));
        }
    });

    private static string Line(IEnumerable<string> values) => string.Join(',', values.Select(Quoted));

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
