namespace NetGen.Generators.Emission;

/// <summary>
/// Writes a plan as a class: where its buffers lie, and its calls for a chunk of images. Methods hold so many calls at most that the JIT,
/// which inlines each kernel's choice of instruction set, stays far from its limits however deep the network is.
/// </summary>
internal static class PlanEmitter
{
    /// <summary>A method ends with the call that reaches this many operands.</summary>
    private const int MostOperands = 200;

    private static readonly (Region Region, string Pointer, string Member)[] s_regions =
    [
        (Region.Slot, "s", "Slot"),
        (Region.Weights, "w", "Weights"),
        (Region.Lane, "g", "Lane"),
        (Region.Statistics, "t", "Statistics"),
    ];

    /// <summary>The calls of a prediction, and the override that makes them.</summary>
    public static void WritePredict(CodeWriter code, Plan plan)
    {
        List<List<KernelCall>> parts = Split(plan.Phases.Single().Calls);
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void PredictChunk(in Ng::StepContext c)"))
        {
            for (int part = 0; part < parts.Count; part++)
            {
                code.Line($"{PlanNames.Prediction}.{PlanNames.Part}{part}(in c);");
            }
        }

        code.Line();
        code.Line("/// <summary>A prediction: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Block($"private static class {PlanNames.Prediction}"))
        {
            WriteOffsets(code, plan);
            for (int part = 0; part < parts.Count; part++)
            {
                WritePart(code, plan, part, Title(parts, part, "The calls"), parts[part]);
            }
        }
    }

    /// <summary>The calls of a training step, and the override that makes those of a phase.</summary>
    public static void WriteTrain(CodeWriter code, Plan plan)
    {
        List<List<KernelCall>>[] phases = plan.Phases.Select(p => Split(p.Calls)).ToArray();
        int number = 0;
        string[][] arms = phases.Select(parts => parts.Select(_ => $"{PlanNames.Training}.{PlanNames.Part}{number++}(in c);").ToArray()).ToArray();
        code.Line();
        code.Line(phases.Length == 1
            ? "/// <inheritdoc/>"
            : "/// <summary>A phase ends where the whole batch must be through before a batch norm goes on.</summary>");
        SwitchEmitter.Write(code, "TrainChunk", "int phase", "in Ng::StepContext c", "in c", arms);

        code.Line();
        code.Line("/// <summary>A training step: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Block($"private static class {PlanNames.Training}"))
        {
            WriteOffsets(code, plan);
            number = 0;
            for (int phase = 0; phase < phases.Length; phase++)
            {
                string title = phases.Length == 1
                    ? "Forward, loss and backward: the chunk stays in the cache from end to end"
                    : $"Phase {phase}, {(plan.Phases[phase].Backward ? "backward" : "forward")}";
                for (int part = 0; part < phases[phase].Count; part++)
                {
                    WritePart(code, plan, number++, Title(phases[phase], part, title), phases[phase][part]);
                }
            }
        }
    }

    /// <summary>An operand as C#.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="scope">What stands before constants: the plan's class and a point, or nothing inside that class.</param>
    public static string Text(Operand operand, Plan plan, string scope)
    {
        foreach ((Region region, string pointer, _) in s_regions)
        {
            if (operand.Region == region)
            {
                return $"{pointer} + {scope}{plan.Buffers[operand.Buffer].Name}";
            }
        }

        return operand.Expression;
    }

    private static void WriteOffsets(CodeWriter code, Plan plan)
    {
        bool first = true;
        foreach (IGrouping<Region, PlacedBuffer> region in plan.Buffers.GroupBy(b => b.Region).OrderBy(g => g.Key))
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            code.Line($"// {RegionTitle(region.Key, plan)}");
            foreach (IGrouping<bool, PlacedBuffer> type in region.GroupBy(b => b.Offset > int.MaxValue).OrderBy(g => g.Key))
            {
                code.Line($"public const {(type.Key ? "long" : "int")}");
                int left = type.Count();
                foreach (PlacedBuffer buffer in type)
                {
                    string note = buffer.Note.Length > 0 ? " // " + buffer.Note : "";
                    code.Line($"    {buffer.Name} = {CodeWriter.Literal(buffer.Offset)}{(--left > 0 ? "," : ";")}{note}");
                }
            }
        }
    }

    private static string RegionTitle(Region region, Plan plan) => region switch
    {
        Region.Slot => $"s: a chunk of {plan.Chunk} image{(plan.Chunk == 1 ? "" : "s")}. Buffers whose lives do not meet share memory.",
        Region.Weights => "w: packed weights.",
        Region.Lane => "g: a lane's own sums.",
        _ => "t: statistics of the whole batch.",
    };

    private static string Title(List<List<KernelCall>> parts, int part, string title) =>
        parts.Count == 1 ? title + "." : $"{title}, part {part + 1} of {parts.Count}.";

    private static List<List<KernelCall>> Split(EquatableArray<KernelCall> calls)
    {
        List<List<KernelCall>> parts = [[]];
        int operands = 0;
        foreach (KernelCall call in calls)
        {
            // A call without a comment belongs to the one before it.
            if (operands >= MostOperands && call.Comment.Length > 0)
            {
                parts.Add([]);
                operands = 0;
            }

            parts[parts.Count - 1].Add(call);
            operands += call.Operands.Count;
        }

        return parts;
    }

    private static void WritePart(CodeWriter code, Plan plan, int number, string title, List<KernelCall> calls)
    {
        code.Line();
        code.Line($"/// <summary>{title}</summary>");
        using (code.Block($"public static void {PlanNames.Part}{number}(in Ng::StepContext c)"))
        {
            HashSet<Region> used = [.. calls.SelectMany(k => k.Operands).Select(o => o.Region)];
            string pointers = string.Join(", ", s_regions.Where(r => used.Contains(r.Region)).Select(r => $"{r.Pointer} = c.{r.Member}"));
            if (pointers.Length > 0)
            {
                code.Line($"float* {pointers};");
            }

            code.Line("int n = c.Count;");
            WriteCalls(code, plan, calls);
        }
    }

    private static void WriteCalls(CodeWriter code, Plan plan, List<KernelCall> calls)
    {
        string condition = "";
        CodeWriter.Scope? scope = null;
        foreach (KernelCall call in calls)
        {
            bool enters = call.Condition != condition;
            if (enters)
            {
                scope?.Dispose();
                scope = null;
                condition = call.Condition;
            }

            if (call.Comment.Length > 0 || (enters && condition.Length > 0))
            {
                code.Line();
            }

            if (call.Comment.Length > 0)
            {
                code.Line("// " + call.Comment);
            }

            if (enters && condition.Length > 0)
            {
                scope = code.Block($"if ({condition})");
            }

            string operands = string.Concat(call.Operands.Select(o => Text(o, plan, "") + ", "));
            code.Line($"{call.Kernel.Name}({operands}n);");
        }

        scope?.Dispose();
    }
}
