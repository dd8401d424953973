using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Generators.Text;

/// <summary>
/// Writes a <c>$"…"</c> piece by piece into a <see cref="CodeWriter"/>: most of what the generator does is to write lines, and as texts of
/// their own each would be copied twice. Numbers are written the same in every culture.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct LineHandler
{
    private readonly CodeWriter _writer;

    /// <summary>What the C# compiler calls before the pieces.</summary>
    /// <param name="literalLength">Characters of the fixed pieces, which is no help here.</param>
    /// <param name="formattedCount">The values.</param>
    /// <param name="writer">Where the line goes.</param>
    public LineHandler(int literalLength, int formattedCount, CodeWriter writer)
    {
        _ = literalLength + formattedCount;
        _writer = writer;
        _writer.Open();
    }

    public void AppendLiteral(string text) => _writer.Add(text);

    public void AppendFormatted(string? text) => _writer.Add(text ?? "");

    public void AppendFormatted(int number) => _writer.Add(number);

    public void AppendFormatted(long number) => _writer.Add(number);

    public void AppendFormatted(object? value) => _writer.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    public void AppendFormatted<T>(T value) => AppendFormatted((object?)value);
}
