using System.Text.RegularExpressions;

namespace NetGen.Fuzz.Networks;

/// <summary>Makes of a declaration another one that C# takes as well, but NetGen perhaps not.</summary>
internal static partial class Damage
{
    public static string Of(string declaration, Dice dice)
    {
        for (int i = dice.Between(1, 2); i > 0; i--)
        {
            declaration = dice.Below(5) switch
            {
                0 or 1 => Replaced(declaration, Integer(), dice, () => dice.OneOf("0", "-1", "1", "2", "3", "7", "16", "63", "64", "65", "1000", "32767", "32768", "16777216", "16777217", "2147483647")),
                2 => Replaced(declaration, Float(), dice, () => dice.OneOf("0f", "-1f", "float.NaN", "float.PositiveInfinity", "1e30f", "1e-30f", "0.999f", "1f")),
                3 => Lines(declaration, dice),
                _ => Replaced(declaration, Tag(), dice, () => dice.OneOf("(\"t0\")", "(\"t1\")", "(\"other\")", "(\"\")", "(\"own_0x\")")),
            };
        }

        return declaration;
    }

    private static string Replaced(string text, Regex what, Dice dice, Func<string> by)
    {
        MatchCollection found = what.Matches(text);
        return found.Count == 0 ? text : Replaced(text, found[dice.Below(found.Count)], by());
    }

    private static string Replaced(string text, Match match, string by) => text[..match.Index] + by + text[(match.Index + match.Length)..];

    /// <summary>Takes a line of attributes out, doubles it, or exchanges it with the next.</summary>
    private static string Lines(string declaration, Dice dice)
    {
        List<string> lines = [.. declaration.Split('\n')];
        int[] attributes = [.. Enumerable.Range(0, lines.Count).Where(i => Attribute().IsMatch(lines[i]))];
        int line = dice.OneOf<int>(attributes);
        switch (dice.Below(3))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(line, lines[line]);
                break;
            default:
                int next = attributes.FirstOrDefault(i => i > line, line);
                (lines[line], lines[next]) = (Indented(lines[next], like: lines[line]), Indented(lines[line], like: lines[next]));
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>A line with the indentation of another, since one inside of a block's text must have as much as its end.</summary>
    private static string Indented(string line, string like) => like[..^like.TrimStart().Length] + line.TrimStart();

    // Not part of a name, of a float, or of a connection table.
    [GeneratedRegex(@"(?<=[(=] ?|[\w)], )\d+(?=[,)])")]
    private static partial Regex Integer();

    [GeneratedRegex(@"(?<=[(=] ?|[\w)], )[\d.]+f(?=[,)])")]
    private static partial Regex Float();

    [GeneratedRegex("""\("\w+"\)""")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^ *\[\w+(\(.*\))?\]$")]
    private static partial Regex Attribute();
}
