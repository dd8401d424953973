using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Text;

internal static class TextChanges
{
    /// <summary>Where a place is after changes. What is put in directly before it moves it on.</summary>
    public static int Move(this IEnumerable<TextChange> changes, int place) =>
        place + changes.Where(c => c.Span.End <= place).Sum(c => (c.NewText?.Length ?? 0) - c.Span.Length);

    /// <summary>A span after changes, which are outside of it or within.</summary>
    public static TextSpan Move(this IReadOnlyCollection<TextChange> changes, TextSpan span)
    {
        int start = changes.Move(span.Start);
        int end = changes.Where(c => !c.Span.IsEmpty || c.Span.Start != span.End).Move(span.End);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }
}
