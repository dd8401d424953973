using System.Net;
using System.Text.RegularExpressions;

namespace NetGen.Reports.Tests;

/// <summary>Reads a page's curves and tables back.</summary>
internal static partial class Page
{
    /// <summary>A curve as it stands in a page.</summary>
    public sealed record Curve(string Name, string[] Epochs, string[] Values, string Line, string Dots);

    /// <summary>The curves of the chart with a heading.</summary>
    public static Curve[] Curves(string html, string title)
    {
        string figure = Figures().Matches(html).Select(m => m.Value).Single(f => f.Contains($"<h3>{WebUtility.HtmlEncode(title)}</h3>", StringComparison.Ordinal));
        return [.. Series().Matches(figure).Select(m => new Curve(
            WebUtility.HtmlDecode(m.Groups[1].Value), Split(m.Groups[2].Value, ' '), Split(WebUtility.HtmlDecode(m.Groups[3].Value), '|'), m.Groups[4].Value, m.Groups[5].Value))];
    }

    /// <summary>The headings of the charts.</summary>
    public static string[] Charts(string html) => [.. Headings().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    /// <summary>The headings of the sections.</summary>
    public static string[] Sections(string html) => [.. SectionHeadings().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    /// <summary>The section with a heading, to the end of it.</summary>
    public static string Section(string html, string title)
    {
        int start = html.IndexOf($"<h2>{WebUtility.HtmlEncode(title)}</h2>", StringComparison.Ordinal);
        return html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
    }

    /// <summary>The cells of a section's rows, without markup.</summary>
    public static string[][] Rows(string html, string title) =>
        [.. TableRows().Matches(Section(html, title)).Select(m => Cells().Matches(m.Value).Select(c => WebUtility.HtmlDecode(Tags().Replace(c.Groups[1].Value, ""))).ToArray())];

    private static string[] Split(string text, char at) => text.Length == 0 ? [] : text.Split(at);

    [GeneratedRegex("<figure class=\"chart.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figures();

    [GeneratedRegex("<g class=\"series [^\"]*\" data-name=\"([^\"]*)\" data-epochs=\"([^\"]*)\" data-values=\"([^\"]*)\" data-at=\"[^\"]*\"><path class=\"line\" d=\"([^\"]*)\"/><path class=\"dots\" d=\"([^\"]*)\"/>")]
    private static partial Regex Series();

    [GeneratedRegex("<h3>(.*?)</h3>")]
    private static partial Regex Headings();

    [GeneratedRegex("<h2>(.*?)</h2>")]
    private static partial Regex SectionHeadings();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex TableRows();

    [GeneratedRegex("<t[dh][^>]*>(.*?)</t[dh]>")]
    private static partial Regex Cells();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
