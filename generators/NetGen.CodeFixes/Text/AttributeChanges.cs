using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Text;

/// <summary>
/// Puts attributes in and takes them out in the manner in which those around are written: one a line or several, each in brackets of its own or with
/// commas in common ones. Comments stay.
/// </summary>
internal static class AttributeChanges
{
    /// <summary>Puts layers, such as <c>Flatten</c>, before an attribute.</summary>
    public static TextChange InsertBefore(SourceText text, AttributeSyntax attribute, params string[] layers)
    {
        AttributeListSyntax list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            string space = Lines.IsFirst(text, attribute.SpanStart) ? Lines.BreakAndIndent(text, attribute.SpanStart) : " ";
            return Insert(attribute.SpanStart, string.Join(", ", layers) + "," + space);
        }

        int start = list.SpanStart;

        // A line that others share is written as one.
        bool isAlone = Lines.IsFirst(text, start) && Lines.IsLast(text, list.Span.End);
        return Insert(start, Bracketed(layers) + (isAlone ? Lines.BreakAndIndent(text, start) : " "));
    }

    /// <summary>Puts layers after an attribute.</summary>
    public static TextChange InsertAfter(SourceText text, AttributeSyntax attribute, params string[] layers)
    {
        AttributeListSyntax list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            string space = Lines.IsFirst(text, attribute.SpanStart) ? Lines.BreakAndIndent(text, attribute.SpanStart) : " ";
            return Insert(attribute.Span.End, "," + space + string.Join(", ", layers));
        }

        int start = list.SpanStart;
        int end = list.Span.End;
        if (!Lines.IsFirst(text, start) || !Lines.IsLast(text, end))
        {
            return Insert(end, " " + Bracketed(layers));
        }

        // Behind a comment that the line ends with.
        int lineEnd = text.Lines.GetLineFromPosition(end).End;
        return Insert(lineEnd, Lines.BreakAndIndent(text, start) + Bracketed(layers));
    }

    /// <summary>Takes an attribute out, with its brackets if it is alone in them and with its line if it is alone there.</summary>
    public static TextChange[] Remove(SourceText text, AttributeSyntax attribute)
    {
        AttributeListSyntax list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count > 1 ? RemoveFromList(list, attribute) : [RemoveList(text, list)];
    }

    private static TextChange[] RemoveFromList(AttributeListSyntax list, AttributeSyntax attribute)
    {
        int index = list.Attributes.IndexOf(attribute);
        bool isLast = index == list.Attributes.Count - 1;
        SyntaxToken comma = list.Attributes.GetSeparator(isLast ? index - 1 : index);
        TextSpan span = isLast
            ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
            : TextSpan.FromBounds(attribute.SpanStart, list.Attributes[index + 1].SpanStart);
        bool hasComment = list.DescendantTrivia(span).Any(t => span.Contains(t.Span) && (t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)));
        return hasComment
            ? [.. new[] { new TextChange(attribute.Span, ""), new TextChange(comma.Span, "") }.OrderBy(c => c.Span.Start)]
            : [new TextChange(span, "")];
    }

    private static TextChange RemoveList(SourceText text, AttributeListSyntax list)
    {
        TextLine first = text.Lines.GetLineFromPosition(list.SpanStart);
        TextLine last = text.Lines.GetLineFromPosition(list.Span.End);
        if (!Lines.IsFirst(text, list.SpanStart))
        {
            // With the space that parts it from the one before.
            int start = list.SpanStart;
            while (start > first.Start && text[start - 1] is ' ' or '\t')
            {
                start--;
            }

            return new TextChange(TextSpan.FromBounds(start, list.Span.End), "");
        }

        if (Lines.IsEmptyAfter(text, list.Span.End))
        {
            return new TextChange(TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak), "");
        }

        int end = list.Span.End;
        while (end < last.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return new TextChange(TextSpan.FromBounds(list.SpanStart, end), "");
    }

    private static string Bracketed(string[] layers) => string.Join(" ", layers.Select(l => $"[{l}]"));

    private static TextChange Insert(int place, string what) => new(new TextSpan(place, 0), what);
}
