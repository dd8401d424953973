using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NetGen.Reports;

/// <summary>Writes the whole page: head, runs, sections, foot.</summary>
internal static class PageWriter
{
    private static readonly string s_style = Resource("page.css");
    private static readonly string s_script = Resource("page.js");

    /// <summary>A browser takes nothing but what is in the file: no address, no script but this one.</summary>
    private static readonly string s_policy =
        $"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_script)))}'";

    public static string Write(Report report, IReadOnlyList<Run> runs, IReadOnlyList<Section> sections)
    {
        HtmlWriter html = new();
        html.Write($"<!DOCTYPE html>\n<html lang=\"en\" data-refresh=\"{report.RefreshSeconds}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{s_policy}\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n<title>{report.Title}</title>\n<style>\n");
        html.Raw(s_style);
        html.Write($"</style>\n</head>\n<body>\n<header><div><h1>{report.Title}</h1>");
        if (report.Status is { } status)
        {
            html.Write($"<p class=\"status\">{status}</p>");
        }

        html.Raw("</div><button type=\"button\" id=\"theme\">light / dark</button></header>\n");
        WriteContents(html, runs, sections);
        html.Raw("<main>\n");
        WriteRuns(html, runs);
        for (int i = 0; i < sections.Count; i++)
        {
            WriteSection(html, sections[i], i);
        }

        string time = report.Clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        html.Write($"</main>\n<footer>NetGen, written {time}</footer>\n<script>");
        html.Raw(s_script);
        html.Raw("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteContents(HtmlWriter html, IReadOnlyList<Run> runs, IReadOnlyList<Section> sections)
    {
        html.Raw("<nav>");
        if (runs.Count > 0)
        {
            html.Raw("<a href=\"#runs\">Curves</a>");
        }

        for (int i = 0; i < sections.Count; i++)
        {
            html.Write($"<a href=\"#section{i}\">{sections[i].Title}</a>");
        }

        html.Raw("</nav>\n");
    }

    private static void WriteRuns(HtmlWriter html, IReadOnlyList<Run> runs)
    {
        if (runs.Count == 0)
        {
            return;
        }

        html.Write($"<section id=\"runs\"><h2>{(runs.Count == 1 ? runs[0].Name : "Runs")}</h2>\n");
        RunSummary.Write(html, runs);
        if (runs.All(r => r.Points.Count == 0))
        {
            html.Raw("<p class=\"note\">No epoch has ended yet.</p>");
        }
        else
        {
            html.Raw("<div class=\"charts\">\n");
            foreach (Chart chart in RunCharts.Of(runs))
            {
                ChartWriter.Write(html, chart);
            }

            html.Raw("</div>");
        }

        html.Raw("</section>\n");
    }

    private static void WriteSection(HtmlWriter html, Section section, int number)
    {
        html.Write($"<section id=\"section{number}\"><h2>{section.Title}</h2>\n");
        if (section.Note is { } note)
        {
            html.Write($"<p class=\"note\">{note}</p>\n");
        }

        section.Write(html);
        html.Raw("</section>\n");
    }

    /// <summary>A file of this assembly. Browsers read every end of line as one character, and the script's hash is of what they read.</summary>
    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(PageWriter).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
