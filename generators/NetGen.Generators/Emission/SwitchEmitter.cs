using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes an override that makes the calls of one of many numbered items, as switches of bounded size. Loops have a method each.</summary>
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
    /// <param name="items">How many items there are.</param>
    /// <param name="loops">What repeats among them.</param>
    /// <param name="arm">What adds an item's statements to the line; null where there is nothing to do.</param>
    public static void Write(
        CodeWriter code, string method, string selector, string parameters, string arguments, int items, IEnumerable<Loop> loops, Func<int, Loop?, Action<CodeWriter>?> arm)
    {
        string variable = selector.Substring(selector.LastIndexOf(' ') + 1);
        List<Stretch> stretches = [.. Stretch.Of(items, loops)];

        // What stands between loops is mostly little.
        bool inline = stretches.Where(s => s.Loop is null).Sum(s => s.End - s.First) <= MostArms;
        List<(Stretch Items, Action<CodeWriter>?[] Arms)> methods = [];
        using (code.Braces($"public override void {method}({selector}, {parameters})"))
        {
            List<(Stretch Items, Action<CodeWriter>?[] Arms)> ranges = [.. stretches.SelectMany(s => Ranges(s, inline)).Select(r => (r, Arms(r)))];
            if (ranges.TrueForAll(r => IsEmpty(r.Arms)))
            {
                return;
            }

            using (code.Braces($"switch ({variable})"))
            {
                for (int i = 0; i < ranges.Count; i++)
                {
                    (Stretch range, Action<CodeWriter>?[] arms) = ranges[i];
                    if (inline && range.Loop is null)
                    {
                        // An item without statements must not go on to the loop that comes next, whose case is for all items before its end.
                        WriteArms(code, range.First, arms, all: i + 1 < ranges.Count);
                    }
                    else if (IsEmpty(arms))
                    {
                        code.Line($"case < {range.End}: break;");
                    }
                    else
                    {
                        code.Line($"case < {range.End}: {method}{range.First}({(HasTurns(range) ? range.Turn(variable) : variable)}, {arguments}); break;");
                        methods.Add((range, arms));
                    }
                }
            }
        }

        foreach ((Stretch range, Action<CodeWriter>?[] arms) in methods)
        {
            WriteMethod(range, arms);
        }

        Action<CodeWriter>?[] Arms(Stretch range) => [.. Enumerable.Range(range.First, range.WrittenEnd - range.First).Select(i => arm(i, range.Loop))];

        void WriteMethod(Stretch range, Action<CodeWriter>?[] arms)
        {
            code.Line();
            code.Line($"/// <summary>Items {range.First} to {range.End - 1}{(range.Loop is { Length: > 1 and var length } ? $", {length} a turn" : "")}.</summary>");
            using (code.Braces($"private void {method}{range.First}({(HasTurns(range) ? $"int {PlanNames.Turn}" : selector)}, {parameters})"))
            {
                if (HasTurns(range))
                {
                    arms[0]!(code);
                    code.Line();
                    return;
                }

                if (range.Loop is not null)
                {
                    code.Line($"int {PlanNames.Turn} = {range.Turn(variable)};");
                }

                using (code.Braces($"switch ({range.Place(variable)})"))
                {
                    WriteArms(code, range.Loop is null ? range.First : 0, arms, all: false);
                }
            }
        }
    }

    /// <summary>Whether a range has an item a turn.</summary>
    private static bool HasTurns(Stretch range) => range.Loop is { Length: 1 };

    private static bool IsEmpty(Action<CodeWriter>?[] arms) => Array.TrueForAll(arms, a => a is null);

    /// <summary>A loop as it is, and what lies between loops in ranges of bounded size, unless it is written where the choice is made.</summary>
    private static IEnumerable<Stretch> Ranges(Stretch stretch, bool inline)
    {
        if (stretch.Loop is not null || inline)
        {
            return [stretch];
        }

        return Enumerable.Range(0, (stretch.End - stretch.First + MostArms - 1) / MostArms)
            .Select(i => new Stretch(stretch.First + (i * MostArms), Math.Min(stretch.First + ((i + 1) * MostArms), stretch.End), null));
    }

    private static void WriteArms(CodeWriter code, int first, Action<CodeWriter>?[] arms, bool all)
    {
        for (int i = 0; i < arms.Length; i++)
        {
            if (arms[i] is { } add)
            {
                code.Word($"case {first + i}: ");
                add(code);
                code.Line(" break;");
            }
            else if (all)
            {
                code.Line($"case {first + i}: break;");
            }
        }
    }
}
