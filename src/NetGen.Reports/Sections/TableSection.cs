namespace NetGen.Reports;

/// <summary>A table.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Columns">The columns' headings.</param>
/// <param name="Rows">The rows, with as many cells each.</param>
internal sealed record TableSection(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows) : Section(Title)
{
    /// <summary>How many columns from the left hold words; those after them hold numbers and are set flush right.</summary>
    public int Words { get; init; } = 1;

    /// <summary>How many rows from the bottom are sums or means.</summary>
    public int Sums { get; init; }

    /// <inheritdoc/>
    public override void Write(HtmlWriter html)
    {
        html.Raw("<div class=\"scroll\"><table><thead><tr>");
        for (int c = 0; c < Columns.Count; c++)
        {
            html.Write($"<th scope=\"col\"{Markup(c)}>{Columns[c]}</th>");
        }

        html.Raw("</tr></thead><tbody>\n");
        for (int r = 0; r < Rows.Count; r++)
        {
            html.Raw(r >= Rows.Count - Sums ? "<tr class=\"sum\">" : "<tr>");
            for (int c = 0; c < Rows[r].Count; c++)
            {
                TableCell cell = Rows[r][c];
                html.Write($"<td{Markup(c)}");
                if (cell.Bar is { } bar)
                {
                    html.Write($" style=\"--bar-width:{bar * 100:F1}%\"");
                }

                html.Write($">{cell.Text}</td>");
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");

        HtmlMarkup Markup(int column) => new(column >= Words ? " class=\"number\"" : "");
    }
}
