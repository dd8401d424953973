using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Text;

/// <summary>What stands around a place in its line.</summary>
internal static class Lines
{
    /// <summary>Whether only white space comes before a place in its line.</summary>
    public static bool IsFirst(SourceText text, int place) => Before(text, place).All(char.IsWhiteSpace);

    /// <summary>Whether nothing but white space or a comment up to the line's end comes after a place.</summary>
    public static bool IsLast(SourceText text, int place)
    {
        string rest = After(text, place).Trim();
        return rest.Length == 0 || rest.StartsWith("//", StringComparison.Ordinal);
    }

    /// <summary>Whether a line has nothing but white space after a place.</summary>
    public static bool IsEmptyAfter(SourceText text, int place) => After(text, place).All(char.IsWhiteSpace);

    /// <summary>A line's end as the file has it there, and the white space that a place's line begins with.</summary>
    public static string BreakAndIndent(SourceText text, int place)
    {
        string line = text.Lines.GetLineFromPosition(place).ToString();
        return Break(text, place) + line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>A line's end as the file has it at a place or, in its last line, before it.</summary>
    public static string Break(SourceText text, int place)
    {
        TextLine line = text.Lines.GetLineFromPosition(place);
        if (line.EndIncludingLineBreak == line.End && line.LineNumber > 0)
        {
            line = text.Lines[line.LineNumber - 1];
        }

        return line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
    }

    private static string Before(SourceText text, int place) => text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(place).Start, place));

    private static string After(SourceText text, int place) => text.ToString(TextSpan.FromBounds(place, text.Lines.GetLineFromPosition(place).End));
}
