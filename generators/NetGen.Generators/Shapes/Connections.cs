using System.Globalization;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>
/// Connection tables: which input channels each filter of a convolution reads. Users write <c>0,1,2; 1,2,3</c>; from here on it is a row
/// of 0 and 1 a filter with spaces between the rows, <c>1110 0111</c>.
/// </summary>
internal static class Connections
{
    /// <summary>The table becomes text in the generated code, which the compiler bounds.</summary>
    private const int MostPairs = 1 << 20;

    private const string Argument = "Connections";

    /// <summary>The rows of a table that was written for so many filters and the context's input; null after a report of what is wrong with it.</summary>
    public static string? ReadConnections(this ShapeContext context, string table, int filters)
    {
        string[] groups = table.Split(';');
        if (groups.Length != filters)
        {
            context.FailAt(Rules.ConnectionsOfOtherFilters.Id, Argument, context.Label, Text(groups.Length), Text(filters));
            return null;
        }

        if (Sizes.Product(filters, context.Input.C) is > MostPairs and long pairs)
        {
            context.FailAt(Rules.SettingOutOfRange.Id, Argument, Argument, context.Label, $"a table of at most {MostPairs} pairs of filter and channel", $"one of {pairs}");
            return null;
        }

        List<string> rows = [];
        for (int filter = 0; filter < filters; filter++)
        {
            if (Row(context, groups[filter], filter) is not { } row)
            {
                return null;
            }

            rows.Add(row);
        }

        return string.Join(" ", rows);
    }

    private static string? Row(ShapeContext context, string group, int filter)
    {
        if (string.IsNullOrWhiteSpace(group))
        {
            context.FailAt(Rules.FilterWithoutConnection.Id, Argument, Text(filter), context.Label);
            return null;
        }

        char[] row = new string(ConnectionTable.Apart, context.Input.C).ToCharArray();
        foreach (string text in group.Split(','))
        {
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int channel))
            {
                context.FailAt(Rules.ConnectionsUnreadable.Id, Argument, context.Label, text.Trim(), Text(filter));
                return null;
            }

            if (channel < 0 || channel >= row.Length)
            {
                context.FailAt(Rules.ConnectionOutOfRange.Id, Argument, Text(filter), context.Label, Text(channel), $"{context.Input}", Text(row.Length - 1));
                return null;
            }

            if (row[channel] == ConnectionTable.Connected)
            {
                context.FailAt(Rules.ConnectionRepeated.Id, Argument, Text(filter), context.Label, Text(channel));
                return null;
            }

            row[channel] = ConnectionTable.Connected;
        }

        return new string(row);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
