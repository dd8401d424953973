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
        (Region.Batch, "b", "Kept"),
    ];

    /// <summary>The calls of a prediction, and the override that makes them.</summary>
    public static void WritePredict(CodeWriter code, Plan plan)
    {
        List<List<KernelCall>> parts = Split(plan.Phases.Single().Calls);
        code.Line();
        code.Line("/// <inheritdoc/>");
        WriteAll(code, "public override void PredictChunk(in Ng::StepContext c)", PlanNames.Prediction, parts);
        code.Line();
        code.Line("/// <summary>A prediction: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Block($"private static class {PlanNames.Prediction}"))
        {
            OffsetEmitter.Write(code, plan);
            WriteParts(code, plan, "The calls", parts, 0);
        }
    }

    /// <summary>The calls of a training step, and the override that makes those of a phase.</summary>
    public static void WriteTrain(CodeWriter code, Plan plan)
    {
        List<List<KernelCall>>[] phases = plan.Phases.Select(p => Split(p.Calls)).ToArray();
        List<(int First, int End)> groups = Groups(plan);
        code.Line();
        if (phases.Length == 1)
        {
            code.Line("/// <inheritdoc/>");
            WriteAll(code, "public override void TrainChunk(int phase, in Ng::StepContext c)", PlanNames.Training, phases[0]);
        }
        else
        {
            code.Line("/// <summary>A phase ends where the whole batch must be through before a batch norm goes on.</summary>");
            using (code.Block("public override void TrainChunk(int phase, in Ng::StepContext c)"))
            using (code.Block("switch (phase)"))
            {
                foreach ((int first, int end) in groups)
                {
                    code.Line($"case < {end}: {PlanNames.Training}.{PlanNames.Phases}{first}(phase, in c); break;");
                }
            }
        }

        code.Line();
        code.Line("/// <summary>A training step: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Block($"private static class {PlanNames.Training}"))
        {
            OffsetEmitter.Write(code, plan);
            if (phases.Length == 1)
            {
                WriteParts(code, plan, "Forward, loss and backward: the chunk stays in the cache from end to end", phases[0], 0);
                return;
            }

            int part = 0;
            foreach ((int first, int end) in groups)
            {
                part = WritePhases(code, plan, phases, first, end, part);
            }
        }
    }

    /// <summary>Adds an operand to the line.</summary>
    /// <param name="code">Where the line is written.</param>
    /// <param name="operand">The operand.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="scope">What stands before constants: the plan's class and a point, or nothing inside that class.</param>
    public static void Add(CodeWriter code, Operand operand, Plan plan, string scope)
    {
        if (operand.Region == Region.Batch)
        {
            code.Word($"&b[batch * {scope}{plan.Buffers[operand.Buffer].Name}]");
            return;
        }

        foreach ((Region region, string pointer, _) in s_regions)
        {
            if (operand.Region == region)
            {
                code.Word($"&{pointer}[{scope}{plan.Buffers[operand.Buffer].Name}]");
                return;
            }
        }

        code.Add(operand.Expression);
    }

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
            operands += Weight(call);
        }

        return parts;
    }

    /// <summary>A call's operands, as far as they are addresses to work out: a size is a number.</summary>
    private static int Weight(KernelCall call) => call.Operands.Count(o => o.Region != Region.Size);

    /// <summary>Phases beside each other that together hold so few calls that one method chooses between them.</summary>
    private static List<(int First, int End)> Groups(Plan plan)
    {
        List<(int, int)> groups = [];
        int first = 0;
        int operands = 0;
        for (int phase = 0; phase < plan.Phases.Count; phase++)
        {
            int own = plan.Phases[phase].Calls.Sum(Weight);
            if (phase > first && operands + own > MostOperands)
            {
                groups.Add((first, phase));
                first = phase;
                operands = 0;
            }

            operands += own;
        }

        groups.Add((first, plan.Phases.Count));
        return groups;
    }

    private static void WriteAll(CodeWriter code, string heading, string scope, List<List<KernelCall>> parts)
    {
        using (code.Block(heading))
        {
            for (int part = 0; part < parts.Count; part++)
            {
                string call = $"{scope}.{PlanNames.Part}{part}(in c)";
                if (!Ends(parts[part]))
                {
                    code.Line(call + ";");
                }
                else if (part + 1 == parts.Count)
                {
                    code.Line($"_ = {call};");
                }
                else
                {
                    using (code.Block($"if ({call})"))
                    {
                        code.Line("return;");
                    }

                    code.Line();
                }
            }
        }
    }

    /// <summary>Whether a part's method tells if nothing is left to compute, because the value that was asked for is handed out.</summary>
    private static bool Ends(List<KernelCall> part) => part.Any(c => c.Ends);

    private static void WriteParts(CodeWriter code, Plan plan, string title, List<List<KernelCall>> parts, int number)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            code.Line();
            code.Line($"/// <summary>{title}{(parts.Count == 1 ? "" : $", part {part + 1} of {parts.Count}")}.</summary>");
            using (code.Block($"public static {(Ends(parts[part]) ? "bool" : "void")} {PlanNames.Part}{number + part}(in Ng::StepContext c)"))
            {
                WritePointers(code, parts[part]);
                code.Line();
                WriteCalls(code, plan, parts[part]);
                if (Ends(parts[part]))
                {
                    code.Line();
                    code.Line("return false;");
                }
            }
        }
    }

    /// <summary>Writes a method that makes the calls of one of some phases. A phase of many calls has methods of its own; returns the next one's number.</summary>
    private static int WritePhases(CodeWriter code, Plan plan, List<List<KernelCall>>[] phases, int first, int end, int number)
    {
        int[] numbers = new int[end - first];
        for (int phase = first; phase < end; phase++)
        {
            numbers[phase - first] = number;
            if (phases[phase].Count > 1)
            {
                WriteParts(code, plan, $"Phase {phase}, {Direction(plan, phase)}", phases[phase], number);
                number += phases[phase].Count;
            }
        }

        code.Line();
        code.Line($"/// <summary>Phases {first} to {end - 1} of {plan.Phases.Count}.</summary>");
        using (code.Block($"public static void {PlanNames.Phases}{first}(int phase, in Ng::StepContext c)"))
        {
            List<KernelCall> inline = phases.Skip(first).Take(end - first).Where(parts => parts.Count == 1).SelectMany(parts => parts[0]).ToList();
            if (inline.Count > 0)
            {
                WritePointers(code, inline);
            }

            using (code.Block("switch (phase)"))
            {
                for (int phase = first; phase < end; phase++)
                {
                    code.Line($"case {phase}: // {Direction(plan, phase)}");
                    using (code.Indent())
                    {
                        if (phases[phase].Count == 1)
                        {
                            WriteCalls(code, plan, phases[phase][0]);
                        }

                        for (int part = 0; part < phases[phase].Count && phases[phase].Count > 1; part++)
                        {
                            code.Line($"{PlanNames.Part}{numbers[phase - first] + part}(in c);");
                        }

                        code.Line("break;");
                    }

                    if (phase + 1 < end)
                    {
                        code.Line();
                    }
                }
            }
        }

        return number;
    }

    private static string Direction(Plan plan, int phase) => plan.Phases[phase].Backward ? "backward" : "forward";

    private static void WritePointers(CodeWriter code, List<KernelCall> calls)
    {
        HashSet<Region> used = [.. calls.SelectMany(k => k.Operands).Select(o => o.Region)];
        string pointers = string.Join(", ", s_regions.Where(r => used.Contains(r.Region)).Select(r => $"{r.Pointer} = c.{r.Member}"));
        if (pointers.Length > 0)
        {
            code.Line($"float* {pointers};");
        }

        if (used.Contains(Region.Batch))
        {
            code.Line("long batch = c.Batch;");
        }

        code.Line("int n = c.Count;");
    }

    private static void WriteCalls(CodeWriter code, Plan plan, List<KernelCall> calls)
    {
        string condition = "";
        CodeWriter.Scope? scope = null;
        bool first = true;
        foreach (KernelCall call in calls)
        {
            bool enters = call.Condition != condition;
            if (enters)
            {
                scope?.Dispose();
                scope = null;
                condition = call.Condition;
            }

            if (!first && (call.Comment.Length > 0 || (enters && condition.Length > 0)))
            {
                code.Line();
            }

            first = false;
            if (call.Comment.Length > 0)
            {
                code.Line("// " + call.Comment);
            }

            if (enters && condition.Length > 0)
            {
                scope = code.Block($"if ({condition})");
            }

            code.Word($"{call.Name}(");
            foreach (Operand operand in call.Operands)
            {
                if (operand.Region == Region.Parameter)
                {
                    // Inside the plan's class there is no model at hand, so parameters come by the step's table.
                    code.Word($"c.Parameters[{operand.Buffer}]");
                }
                else
                {
                    Add(code, operand, plan, "");
                }

                code.Add(", ");
            }

            code.Line("n);");
            if (call.Ends)
            {
                code.Line("return true;");
            }
        }

        scope?.Dispose();
    }
}
