using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen.Reports;

/// <summary>Collects HTML. What stands in the holes of a text is escaped, so that no name of a class or a file can be taken for markup.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    /// <summary>Writes markup whose holes are escaped.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Handler html)
    {
    }

    /// <summary>Writes markup as it is.</summary>
    public void Raw(string html) => _html.Append(html);

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();

    private void Text(string? text) => _html.Append(WebUtility.HtmlEncode(text));

    /// <summary>Takes a text apart: the literal parts are markup, the holes are not. Numbers are the same in every language.</summary>
    [InterpolatedStringHandler]
    public readonly struct Handler
    {
        private readonly HtmlWriter _writer;

        public Handler(int literalLength, int formattedCount, HtmlWriter writer)
        {
            _writer = writer;
            writer._html.EnsureCapacity(writer._html.Length + literalLength + (formattedCount * 8));
        }

        public void AppendLiteral(string markup) => _writer.Raw(markup);

        public void AppendFormatted(string? text) => _writer.Text(text);

        public void AppendFormatted(HtmlMarkup markup) => _writer.Raw(markup.Html);

        public void AppendFormatted(int number) => _writer._html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(double number, string format) => _writer._html.Append(number.ToString(format, CultureInfo.InvariantCulture));
    }
}
