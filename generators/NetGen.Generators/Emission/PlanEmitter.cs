using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>
/// Writes a plan as a class: where its buffers lie, and its calls for a chunk of images. Methods hold so many calls at most that the JIT,
/// which inlines each kernel's choice of instruction set, stays far from its limits however deep the network is.
/// </summary>
internal static class PlanEmitter
{
    /// <summary>A method ends with the call that reaches this many operands.</summary>
    private const int MostOperands = 200;

    /// <summary>The calls of a prediction, and the override that makes them.</summary>
    public static void WritePredict(CodeWriter code, ModelPlan model)
    {
        Plan plan = model.Predict;
        CallText words = new(model);
        List<List<KernelCall>> parts = Split(plan.Phases.Single().Calls);
        code.Line();
        code.Line("/// <inheritdoc/>");
        WritePredictions(code, plan, parts);
        code.Line();
        code.Line("/// <summary>A prediction: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Braces($"private static class {PlanNames.Prediction}"))
        {
            OffsetEmitter.Write(code, plan, words);
            WriteParts(code, model, plan, words, "The calls", parts, 0);
        }
    }

    /// <summary>Writes the override that goes through the segments: those that take fewer images than the chunk has take turns.</summary>
    private static void WritePredictions(CodeWriter code, Plan plan, List<List<KernelCall>> parts)
    {
        const string Heading = "public override void PredictChunk(in Ng::StepContext c)";
        if (!plan.Segments.Any(images => images < plan.Chunk))
        {
            WriteAll(code, Heading, PlanNames.Prediction, parts);
            return;
        }

        using (code.Braces(Heading))
        {
            for (int part = 0; part < parts.Count;)
            {
                int segment = parts[part][0].Segment;
                int end = parts.FindIndex(part, p => p[0].Segment != segment);
                end = end < 0 ? parts.Count : end;
                WriteSegment(code, plan, parts, part, end);
                part = end;
            }
        }
    }

    private static void WriteSegment(CodeWriter code, Plan plan, List<List<KernelCall>> parts, int part, int end)
    {
        bool turns = Turns(plan, parts[part]);
        bool ends = parts.Skip(part).Take(end - part).Any(Ends);
        if (ends)
        {
            code.Line($"bool ends{part} = false;");
        }

        CodeWriter.Scope? loop = null;
        if (turns)
        {
            int images = plan.Segments[parts[part][0].Segment];
            code.Line($"// {images} image{(images == 1 ? "" : "s")} at a time.");
            loop = code.Braces($"for (int {PlanNames.First} = 0; {PlanNames.First} < c.Count; {PlanNames.First} += {images})");
            code.Line($"int n = global::System.Math.Min({images}, c.Count - {PlanNames.First});");
        }

        string arguments = turns ? $"in c, {PlanNames.First}, n" : "in c";
        string not = "";
        for (int i = part; i < end; i++)
        {
            string call = $"{PlanNames.Prediction}.{PlanNames.Part}{i}({arguments})";
            string statement = Ends(parts[i]) ? $"ends{part} = {call};" : call + ";";
            if (not.Length > 0)
            {
                using (code.Braces(not))
                {
                    code.Line(statement);
                }
            }
            else
            {
                code.Line(statement);
            }

            not = ends && parts.Skip(part).Take(i + 1 - part).Any(Ends) ? $"if (!ends{part})" : "";
        }

        loop?.Dispose();
        if (ends && end < parts.Count)
        {
            using (code.Braces($"if (ends{part})"))
            {
                code.Line("return;");
            }
        }

        if (end < parts.Count)
        {
            code.Line();
        }
    }

    /// <summary>Whether a part's method takes some of the chunk's images at a time.</summary>
    private static bool Turns(Plan plan, List<KernelCall> part) => plan.Segments.Count > 1 && plan.Segments[part[0].Segment] < plan.Chunk;

    /// <summary>The calls of a training step, and the override that makes those of a phase.</summary>
    public static void WriteTrain(CodeWriter code, ModelPlan model)
    {
        Plan plan = model.Train;
        CallText words = new(model);
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
            using (code.Braces("public override void TrainChunk(int phase, in Ng::StepContext c)"))
            using (code.Braces("switch (phase)"))
            {
                foreach ((int first, int end) in groups)
                {
                    code.Line($"case < {end}: {PlanNames.Training}.{PlanNames.Phases}{first}(phase, in c); break;");
                }
            }
        }

        code.Line();
        code.Line("/// <summary>A training step: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Braces($"private static class {PlanNames.Training}"))
        {
            OffsetEmitter.Write(code, plan, words);
            if (phases.Length == 1)
            {
                WriteParts(code, model, plan, words, "Forward, loss and backward: the chunk stays in the cache from end to end", phases[0], 0);
                return;
            }

            int part = 0;
            foreach ((int first, int end) in groups)
            {
                part = WritePhases(code, model, plan, words, phases, first, end, part);
            }
        }
    }

    private static List<List<KernelCall>> Split(EquatableArray<KernelCall> calls)
    {
        List<List<KernelCall>> parts = [[]];
        Repeat? repeat = null;
        int segment = 0;
        int operands = 0;
        foreach (KernelCall call in calls)
        {
            // A call without a comment belongs to the one before it, and a part that repeats to one method.
            if ((operands >= MostOperands && call.Note.Purpose != Purpose.Continued && (call.Repeat is null || call.Repeat != repeat))
                || call.Segment != segment)
            {
                parts.Add([]);
                operands = 0;
            }

            repeat = call.Repeat;
            segment = call.Segment;
            parts[parts.Count - 1].Add(call);
            operands += call.Operands.Count;
        }

        return parts;
    }

    /// <summary>Phases beside each other that together hold so few calls that one method chooses between them.</summary>
    private static List<(int First, int End)> Groups(Plan plan)
    {
        List<(int, int)> groups = [];
        int first = 0;
        int operands = 0;
        for (int phase = 0; phase < plan.Phases.Count; phase++)
        {
            int own = plan.Phases[phase].Calls.Sum(c => c.Operands.Count);
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
        using (code.Braces(heading))
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
                    using (code.Braces($"if ({call})"))
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

    private static void WriteParts(CodeWriter code, ModelPlan model, Plan plan, CallText words, string title, List<List<KernelCall>> parts, int number)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            code.Line();
            code.Line($"/// <summary>{title}{(parts.Count == 1 ? "" : $", part {part + 1} of {parts.Count}")}.</summary>");
            using (code.Braces($"public static {(Ends(parts[part]) ? "bool" : "void")} {PlanNames.Part}{number + part}(in Ng::StepContext c{(Turns(plan, parts[part]) ? $", int {PlanNames.First}, int n" : "")})"))
            {
                OperandText.WritePointers(code, parts[part], plan, Turns(plan, parts[part]));
                code.Line();
                WriteCalls(code, model, plan, words, parts[part]);
                if (Ends(parts[part]))
                {
                    code.Line();
                    code.Line("return false;");
                }
            }
        }
    }

    /// <summary>Writes a method that makes the calls of one of some phases. A phase of many calls has methods of its own; returns the next one's number.</summary>
    private static int WritePhases(CodeWriter code, ModelPlan model, Plan plan, CallText words, List<List<KernelCall>>[] phases, int first, int end, int number)
    {
        int[] numbers = new int[end - first];
        for (int phase = first; phase < end; phase++)
        {
            numbers[phase - first] = number;
            if (phases[phase].Count > 1)
            {
                WriteParts(code, model, plan, words, $"Phase {phase}, {Direction(plan, phase)}", phases[phase], number);
                number += phases[phase].Count;
            }
        }

        code.Line();
        code.Line($"/// <summary>Phases {first} to {end - 1} of {plan.Phases.Count}.</summary>");
        using (code.Braces($"public static void {PlanNames.Phases}{first}(int phase, in Ng::StepContext c)"))
        {
            List<KernelCall> inline = phases.Skip(first).Take(end - first).Where(parts => parts.Count == 1).SelectMany(parts => parts[0]).ToList();
            if (inline.Count > 0)
            {
                OperandText.WritePointers(code, inline, plan);
            }

            using (code.Braces("switch (phase)"))
            {
                for (int phase = first; phase < end; phase++)
                {
                    code.Line($"case {phase}: // {Direction(plan, phase)}");
                    using (code.Indent())
                    {
                        if (phases[phase].Count == 1)
                        {
                            WriteCalls(code, model, plan, words, phases[phase][0]);
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

    private static string Direction(Plan plan, int phase) => plan.Phases[phase] switch
    {
        { Forward: true, Backward: true } => "forward to the loss, then backward",
        { Backward: true } => "backward",
        _ => "forward",
    };

    private static void WriteCalls(CodeWriter code, ModelPlan model, Plan plan, CallText words, List<KernelCall> calls)
    {
        Condition condition = Condition.Always;
        Repeat? repeat = null;
        CodeWriter.Scope? team = null;
        CodeWriter.Scope? loop = null;
        CodeWriter.Scope? scope = null;
        bool first = true;
        bool turns = calls.Count > 0 && Turns(plan, calls);
        foreach (KernelCall call in calls)
        {
            bool alone = call.Team == Team.First && !call.Ends;
            if (call.Waits || alone != team is not null)
            {
                if (CloseTeam() || (alone && !call.Waits && !first))
                {
                    code.Line();
                    first = true;
                }

                if (call.Waits)
                {
                    code.Line("c.Barrier();");
                    first = false;
                }

                if (alone)
                {
                    if (!first)
                    {
                        code.Line();
                    }

                    team = code.Braces("if (c.Part == 0)");
                    first = true;
                }
            }

            if (call.Repeat != repeat)
            {
                scope?.Dispose();
                loop?.Dispose();
                scope = null;
                condition = Condition.Always;
                repeat = call.Repeat;
                if (repeat is not null && !first)
                {
                    code.Line();
                }

                first |= repeat is not null;
                loop = repeat is null ? null : code.Braces($"for (int {PlanNames.Turn} = 0; {PlanNames.Turn} < {repeat.Turns}; {PlanNames.Turn}++)");
            }

            bool enters = call.Condition != condition;
            if (enters)
            {
                scope?.Dispose();
                scope = null;
                condition = call.Condition;
            }

            string comment = words.Of(call.Note);
            if (!first && (comment.Length > 0 || (enters && condition.Kind != ConditionKind.Always)))
            {
                code.Line();
            }

            first = false;
            if (comment.Length > 0)
            {
                code.Line("// " + comment);
            }

            if (enters && condition.Kind != ConditionKind.Always)
            {
                scope = code.Braces($"if ({OperandText.Of(condition)})");
            }

            if (call.Ends && call.Team == Team.First)
            {
                // All threads end, though one hands out.
                using (code.Braces("if (c.Part == 0)"))
                {
                    WriteCall(code, model, plan, call, turns);
                }

                code.Line();
            }
            else
            {
                WriteCall(code, model, plan, call, turns);
            }

            if (call.Ends)
            {
                code.Line("return true;");
            }
        }

        CloseTeam();

        // Ends what the first thread does alone; whether it was at something.
        bool CloseTeam()
        {
            bool was = team is not null;
            scope?.Dispose();
            loop?.Dispose();
            team?.Dispose();
            (scope, loop, team, repeat, condition) = (null, null, null, null, Condition.Always);
            return was;
        }
    }

    private static void WriteCall(CodeWriter code, ModelPlan model, Plan plan, KernelCall call, bool turns)
    {
        code.Word($"{call.Kernel.Name}(");
        foreach (Operand operand in call.Operands)
        {
            OperandText.Add(code, operand, plan, model.Parameters, "", turns);
            code.Add(", ");
        }

        foreach (Size size in call.Sizes)
        {
            code.Word($"{size.Name}: {size.Value}, ");
        }

        if (call.Kernel.IsShareable)
        {
            code.Add(call.Team == Team.All ? "c.Part, c.Parts, " : "part: 0, parts: 1, ");
        }

        code.Line("n);");
    }
}
