using NetGen.Bench.Tables;

namespace NetGen.Bench.Comparing;

/// <summary>Prints the tables.</summary>
internal static class Report
{
    /// <summary>A table a group, for people.</summary>
    public static void WriteTables(TextWriter writer, IReadOnlyList<Group> groups, Figures figures)
    {
        foreach (Group group in groups)
        {
            IReadOnlyList<Standing> standings = Standing.Of(group, figures);
            if (standings.Count > 0)
            {
                writer.WriteLine();
                writer.WriteLine(group.Title);
                TableOf(group, standings).Write(writer);
            }
        }
    }

    /// <summary>A line a row, for programs.</summary>
    public static void WriteCsv(TextWriter writer, IReadOnlyList<Group> groups, Figures measured)
    {
        writer.WriteLine("group,network,what,batch,unit,netgen,netgen on one thread,torchsharp,onnxruntime,ratio,target,met");
        foreach (Group group in groups)
        {
            foreach (Standing standing in Standing.Of(group, measured))
            {
                string Other(string by) => Number(group.Others.Zip(standing.Others).FirstOrDefault(o => o.First.By == by).Second);
                string[] place = [group.Name, standing.Goal.Network, group.What, $"{standing.Goal.Batch}", group.Unit];
                string[] figures = [Number(standing.Own), Other("netgen"), Other("torchsharp"), Other("onnxruntime")];
                writer.WriteLine(string.Join(',', [.. place, .. figures, Number(standing.Ratio), $"{standing.Goal.Target}", Cell.Answer(standing.IsMet)]));
            }
        }
    }

    private static TextTable TableOf(Group group, IReadOnlyList<Standing> standings)
    {
        string[] others = [.. group.Others.Select(o => $"{o.Title} {group.Unit}")];
        TextTable table = new(["network", "batch", $"{group.Own.Title} {group.Unit}", .. others, "best other / NetGen", "target", "met"]);
        foreach (Standing s in standings)
        {
            string[] verdict = [Cell.Ratio(s.Ratio), Cell.Ratio(s.Goal.Target), Cell.Answer(s.IsMet)];
            table.Add([s.Goal.Network, $"{s.Goal.Batch}", Cell.Figure(s.Own), .. s.Others.Select(Cell.Figure), .. verdict]);
        }

        if (group.Mean is { } target)
        {
            double? mean = standings.Count == group.Goals.Count ? Standing.MeanRatio(standings) : null;
            table.Add(["geometric mean", "", "", .. others.Select(_ => ""), Cell.Ratio(mean), Cell.Ratio(target), Cell.Answer(mean is null ? null : mean >= target)]);
        }

        return table;
    }

    private static string Number(double? value) => value is null ? "" : $"{value:G6}";
}
