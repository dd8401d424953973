using System.Text;

namespace NetGen.Testing;

/// <summary>Says where two texts part.</summary>
internal static class TextDifference
{
    private const int Shown = 5;

    /// <summary>The first lines that differ, with their numbers, those of the approved text first.</summary>
    public static string Describe(string approved, string received)
    {
        string[] before = approved.Split('\n');
        string[] after = received.Split('\n');
        int first = 0;
        while (first < before.Length && first < after.Length && before[first] == after[first])
        {
            first++;
        }

        int same = 0;
        while (same < before.Length - first && same < after.Length - first && before[^(same + 1)] == after[^(same + 1)])
        {
            same++;
        }

        StringBuilder text = new();
        text.Append("The text is not the approved one from line ").Append(first + 1).Append(" on:");
        Show(text, '-', before[first..^same]);
        Show(text, '+', after[first..^same]);
        return text.ToString();
    }

    private static void Show(StringBuilder text, char sign, string[] lines)
    {
        foreach (string line in lines.Take(Shown))
        {
            text.Append('\n').Append(sign).Append(' ').Append(line);
        }

        if (lines.Length > Shown)
        {
            text.Append('\n').Append(sign).Append(" … ").Append(lines.Length - Shown).Append(" lines more");
        }
    }
}
