using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes an override that makes the calls of one of many numbered items, as switches of bounded size.</summary>
internal static class SwitchEmitter
{
    /// <summary>Items in a switch: the longest calls take about 150 bytes of IL each.</summary>
    private const int MostArms = 64;

    /// <summary>Writes the override, and where the items are many, a method for each range of them.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="method">The override's name.</param>
    /// <param name="selector">Its first parameter, which chooses.</param>
    /// <param name="parameters">Its other parameters.</param>
    /// <param name="arguments">How they are passed on.</param>
    /// <param name="arms">What adds the statements of each item to the line; null where there is nothing to do.</param>
    public static void Write(CodeWriter code, string method, string selector, string parameters, string arguments, IReadOnlyList<Action<CodeWriter>?> arms)
    {
        string variable = selector.Substring(selector.LastIndexOf(' ') + 1);
        string heading = $"public override void {method}({selector}, {parameters})";
        if (arms.Count <= MostArms)
        {
            WriteSwitch(code, heading, variable, arms, 0, arms.Count);
            return;
        }

        List<Action<CodeWriter>?> ranges = [];
        for (int first = 0; first < arms.Count; first += MostArms)
        {
            int start = first;
            ranges.Add(range => range.Word($"{method}{start}({variable}, {arguments});"));
        }

        WriteSwitch(code, heading, $"{variable} / {MostArms}", ranges, 0, ranges.Count);
        for (int first = 0; first < arms.Count; first += MostArms)
        {
            int end = Math.Min(first + MostArms, arms.Count);
            code.Line();
            code.Line($"/// <summary>Items {first} to {end - 1}.</summary>");
            WriteSwitch(code, $"private void {method}{first}({selector}, {parameters})", variable, arms, first, end);
        }
    }

    private static void WriteSwitch(CodeWriter code, string heading, string variable, IReadOnlyList<Action<CodeWriter>?> arms, int first, int end)
    {
        using (code.Braces(heading))
        {
            if (!Enumerable.Range(first, end - first).Any(i => arms[i] is not null))
            {
                return;
            }

            using (code.Braces($"switch ({variable})"))
            {
                for (int i = first; i < end; i++)
                {
                    if (arms[i] is { } add)
                    {
                        code.Word($"case {i}: ");
                        add(code);
                        code.Line(" break;");
                    }
                }
            }
        }
    }
}
