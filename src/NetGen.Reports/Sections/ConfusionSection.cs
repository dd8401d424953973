using System.Globalization;

namespace NetGen.Reports;

/// <summary>A confusion matrix as a coloured table of counts; where there are too many classes for that, its most frequent confusions as a list.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Names">The classes' names.</param>
/// <param name="Counts">The counts, by label and predicted class.</param>
internal sealed record ConfusionSection(string Title, IReadOnlyList<string> Names, long[,] Counts) : Section(Title)
{
    /// <summary>Classes up to which the whole matrix is shown.</summary>
    public const int MostClasses = 40;

    private const int MostConfusions = 50;

    /// <summary>From this depth on, a cell's colour is dark enough for white digits.</summary>
    private const double Dark = 0.5;

    /// <inheritdoc/>
    public override void Write(HtmlWriter html)
    {
        if (Names.Count <= MostClasses)
        {
            WriteMatrix(html);
        }
        else
        {
            Confusions().Write(html);
        }
    }

    private void WriteMatrix(HtmlWriter html)
    {
        html.Raw("<div class=\"scroll\"><table class=\"confusion\"><thead><tr><td></td>");
        foreach (string name in Names)
        {
            html.Write($"<th scope=\"col\"><span>{name}</span></th>");
        }

        html.Raw("</tr></thead><tbody>\n");
        double worst = Enumerable.Range(0, Names.Count).Max(label => Enumerable.Range(0, Names.Count).Max(predicted => label == predicted ? 0 : ShareOf(label, predicted)));
        for (int label = 0; label < Names.Count; label++)
        {
            html.Write($"<tr><th scope=\"row\">{Names[label]}</th>");
            for (int predicted = 0; predicted < Names.Count; predicted++)
            {
                long count = Counts[label, predicted];
                double share = ShareOf(label, predicted);
                double depth = label == predicted || count == 0 ? share : share / worst;
                string kind = count == 0 ? "zero" : (label == predicted ? "right" : "wrong") + (depth >= Dark ? " dark" : "");
                string title = $"{Names[label]} predicted as {Names[predicted]}: {ValueText.Count(count)} ({ValueText.Share(share)})";
                html.Write($"<td class=\"{kind}\" style=\"--depth:{depth * 100:F1}%\" title=\"{title}\">{ValueText.Count(count)}</td>");
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private TableSection Confusions()
    {
        IEnumerable<IReadOnlyList<TableCell>> rows = Enumerable.Range(0, Names.Count)
            .SelectMany(label => Enumerable.Range(0, Names.Count).Select(predicted => (Label: label, Predicted: predicted, Count: Counts[label, predicted])))
            .Where(c => c.Label != c.Predicted && c.Count > 0)
            .OrderByDescending(c => c.Count)
            .Take(MostConfusions)
            .Select(IReadOnlyList<TableCell> (c) => [Names[c.Label], Names[c.Predicted], ValueText.Count(c.Count), Share(c.Count, Support(c.Label))]);
        return new TableSection(Title, ["label", "predicted as", "count", "of the label"], [.. rows]) { Words = 2 };

        static TableCell Share(long count, long all) => new(ValueText.Share((double)count / all), (double)count / all);
    }

    private double ShareOf(int label, int predicted) => Counts[label, predicted] / (double)Math.Max(1, Support(label));

    private long Support(int label) => Enumerable.Range(0, Names.Count).Sum(predicted => Counts[label, predicted]);

    /// <summary>The names of a matrix's classes; their numbers where it has none.</summary>
    public static IReadOnlyList<string> NamesOf(ConfusionMatrix matrix) =>
        matrix.ClassNames ?? [.. Enumerable.Range(0, matrix.Classes).Select(c => c.ToString(CultureInfo.InvariantCulture))];

    /// <summary>What to say of how the table is read.</summary>
    public static string NoteOf(int classes) => classes <= MostClasses
        ? "Labels down, predictions across. What is right is coloured by its share of the label's row, what is wrong by its share beside the largest such share."
        : FormattableString.Invariant($"The {MostConfusions} most frequent confusions at most; a matrix of {classes} classes would be too wide.");
}
