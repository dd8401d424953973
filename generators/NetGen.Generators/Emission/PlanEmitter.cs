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
    public static void WritePredict(CodeWriter code, ModelPlan model, WrittenPlan written)
    {
        Plan plan = model.Predict;
        PlanTexts texts = new(model, plan, written);
        List<List<WrittenCall>> parts = Split(written.Calls(0, null));
        code.Line();
        code.Line("/// <inheritdoc/>");
        WritePredictions(code, plan, parts);
        code.Line();
        code.Line("/// <summary>A prediction: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Braces($"private static class {PlanNames.Prediction}"))
        {
            OffsetEmitter.Write(code, written, texts.Words);
            WriteParts(code, texts, "The calls", parts, 0);
        }
    }

    /// <summary>Writes the override that goes through the segments: those that take fewer images than the chunk has take turns.</summary>
    private static void WritePredictions(CodeWriter code, Plan plan, List<List<WrittenCall>> parts)
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
                int segment = parts[part][0].Call.Segment;
                int end = parts.FindIndex(part, p => p[0].Call.Segment != segment);
                end = end < 0 ? parts.Count : end;
                WriteSegment(code, plan, parts, part, end);
                part = end;
            }
        }
    }

    private static void WriteSegment(CodeWriter code, Plan plan, List<List<WrittenCall>> parts, int part, int end)
    {
        bool turns = PlanTexts.Turns(plan, parts[part]);
        bool ends = parts.Skip(part).Take(end - part).Any(Ends);
        if (ends)
        {
            code.Line($"bool ends{part} = false;");
        }

        CodeWriter.Scope? loop = null;
        if (turns)
        {
            int images = plan.Segments[parts[part][0].Call.Segment];
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

    /// <summary>The calls of a training step, and the override that makes those of a phase.</summary>
    public static void WriteTrain(CodeWriter code, ModelPlan model, WrittenPlan written)
    {
        Plan plan = model.Train;
        PlanTexts texts = new(model, plan, written);
        List<Stretch> groups = Groups(plan);
        List<List<WrittenCall>> only = plan.Phases.Count == 1 ? Split(written.Calls(0, null)) : [];
        code.Line();
        if (plan.Phases.Count == 1)
        {
            code.Line("/// <inheritdoc/>");
            WriteAll(code, "public override void TrainChunk(int phase, in Ng::StepContext c)", PlanNames.Training, only);
        }
        else
        {
            code.Line(plan.Streams
                ? "/// <summary>A phase ends where gradients are whole that processes which train together send; a process by itself goes on with the same images.</summary>"
                : "/// <summary>A phase ends where the whole batch must be through before a batch norm goes on.</summary>");
            using (code.Braces("public override void TrainChunk(int phase, in Ng::StepContext c)"))
            using (code.Braces("switch (phase)"))
            {
                foreach (Stretch group in groups)
                {
                    code.Line($"case < {group.End}: {PlanNames.Training}.{PlanNames.Phases}{group.First}(phase, in c); break;");
                }
            }
        }

        code.Line();
        code.Line("/// <summary>A training step: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Braces($"private static class {PlanNames.Training}"))
        {
            OffsetEmitter.Write(code, written, texts.Words);
            if (plan.Phases.Count == 1)
            {
                WriteParts(code, texts, "Forward, loss and backward: the chunk stays in the cache from end to end", only, 0);
                return;
            }

            int part = 0;
            foreach (Stretch group in groups)
            {
                part = WritePhases(code, texts, group, part);
            }
        }
    }

    /// <summary>The calls that lead to an output and back to a tag, and the override that makes them.</summary>
    public static void WriteExplanation(CodeWriter code, ModelPlan model, WrittenPlan written)
    {
        PlanTexts texts = new(model, written.Plan, written);
        List<List<WrittenCall>> parts = Split(written.Calls(0, null));
        code.Line();
        code.Line("/// <inheritdoc/>");
        WriteAll(code, "public override void ExplainChunk(in Ng::StepContext c)", PlanNames.Explanation, parts);
        code.Line();
        code.Line("/// <summary>What computes the gradients of outputs by tagged values: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Braces($"private static class {PlanNames.Explanation}"))
        {
            OffsetEmitter.Write(code, written, texts.Words);
            WriteParts(code, texts, "Forward as in a prediction, then backward to the tag", parts, 0);
        }
    }

    /// <summary>The calls of a step of sequences, and the override that makes them.</summary>
    public static void WriteStepping(CodeWriter code, ModelPlan model, WrittenPlan written)
    {
        PlanTexts texts = new(model with { Layers = model.StepLayers }, written.Plan, written);
        List<List<WrittenCall>> parts = Split(written.Calls(0, null));
        code.Line();
        code.Line("/// <inheritdoc/>");
        WriteAll(code, "public override void StepChunk(in Ng::StepContext c)", PlanNames.Stepping, parts);
        code.Line();
        code.Line("/// <summary>A step of sequences: where its buffers lie, in floats from the start of their region, and its calls.</summary>");
        using (code.Braces($"private static class {PlanNames.Stepping}"))
        {
            OffsetEmitter.Write(code, written, texts.Words);
            WriteParts(code, texts, "The calls", parts, 0);
        }
    }

    private static List<List<WrittenCall>> Split(List<WrittenCall> calls)
    {
        List<List<WrittenCall>> parts = [[]];
        WrittenCall? before = null;
        int operands = 0;
        foreach (WrittenCall call in calls)
        {
            // A call without a comment belongs to the one before it, and a loop to one method.
            bool goesOn = call.Call.Note.Purpose == Purpose.Continued
                || (call.Call.Repeat is { } repeat && repeat == before?.Call.Repeat)
                || (call.Loop is { } loop && ReferenceEquals(loop, before?.Loop));
            if ((operands >= MostOperands && !goesOn) || call.Call.Segment != (before?.Call.Segment ?? 0))
            {
                parts.Add([]);
                operands = 0;
            }

            before = call;
            parts[parts.Count - 1].Add(call);
            operands += call.Call.Operands.Count;
        }

        return parts;
    }

    /// <summary>Phases beside each other that together hold so few calls that one method chooses between them; loops by themselves.</summary>
    private static List<Stretch> Groups(Plan plan)
    {
        List<Stretch> groups = [];
        foreach (Stretch stretch in Stretch.Of(plan.Phases.Count, plan.PhaseLoops))
        {
            if (stretch.Loop is not null)
            {
                groups.Add(stretch);
                continue;
            }

            int first = stretch.First;
            int operands = 0;
            for (int phase = first; phase < stretch.End; phase++)
            {
                int own = Operands(plan.Phases[phase]);
                if (phase > first && operands + own > MostOperands)
                {
                    groups.Add(new Stretch(first, phase, null));
                    first = phase;
                    operands = 0;
                }

                operands += own;
            }

            groups.Add(new Stretch(first, stretch.End, null));
        }

        return groups;
    }

    private static int Operands(Phase phase) => phase.Calls.Sum(c => c.Operands.Count);

    private static void WriteAll(CodeWriter code, string heading, string scope, List<List<WrittenCall>> parts)
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
    private static bool Ends(List<WrittenCall> part) => part.Any(c => c.Call.Ends);

    private static void WriteParts(CodeWriter code, PlanTexts texts, string title, List<List<WrittenCall>> parts, int number, Loop? phases = null)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            bool turns = PlanTexts.Turns(texts.Plan, parts[part]);
            string parameters = $"in Ng::StepContext c{(turns ? $", int {PlanNames.First}, int n" : "")}{(phases is null ? "" : $", int {PlanNames.Turn}")}";
            code.Line();
            code.Line($"/// <summary>{title}{(parts.Count == 1 ? "" : $", part {part + 1} of {parts.Count}")}.</summary>");
            using (code.Braces($"public static {(Ends(parts[part]) ? "bool" : "void")} {PlanNames.Part}{number + part}({parameters})"))
            {
                texts.Operands.WritePointers(code, parts[part], turns);
                code.Line();
                CallEmitter.Write(code, texts, parts[part]);
                if (Ends(parts[part]))
                {
                    code.Line();
                    code.Line("return false;");
                }
            }
        }
    }

    /// <summary>Writes a method that makes the calls of one of some phases. A phase of many calls has methods of its own; returns the next one's number.</summary>
    private static int WritePhases(CodeWriter code, PlanTexts texts, Stretch group, int number)
    {
        Plan plan = texts.Plan;
        int count = group.WrittenEnd - group.First;
        bool apart = group.Loop is not null && Enumerable.Range(group.First, count).Sum(i => Operands(plan.Phases[i])) > MostOperands;
        List<List<WrittenCall>>[] phases = new List<List<WrittenCall>>[count];
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = number;
            phases[i] = Split(texts.Written.Calls(group.First + i, group.Loop));
            if (phases[i].Count > 1 || apart)
            {
                WriteParts(code, texts, $"{Title(i)}, {Direction(plan, group.First + i)}", phases[i], number, group.Loop);
                number += phases[i].Count;
            }
        }

        code.Line();
        code.Line($"/// <summary>Phases {group.First} to {group.End - 1} of {plan.Phases.Count}{(group.Loop is { } loop ? $", {loop.Length} a turn: {texts.Span(loop)}" : "")}.</summary>");
        using (code.Braces($"public static void {PlanNames.Phases}{group.First}(int phase, in Ng::StepContext c)"))
        {
            List<WrittenCall> inline = phases.Where(parts => parts.Count == 1 && !apart).SelectMany(parts => parts[0]).ToList();
            if (inline.Count > 0)
            {
                texts.Operands.WritePointers(code, inline);
            }

            if (group.Loop is not null)
            {
                code.Line($"int {PlanNames.Turn} = {group.Turn("phase")};");
            }

            using (code.Braces($"switch ({group.Place("phase")})"))
            {
                for (int i = 0; i < count; i++)
                {
                    code.Line($"case {(group.Loop is null ? group.First + i : i)}: // {(group.Loop is null ? "" : $"{Title(i)}, ")}{Direction(plan, group.First + i)}");
                    using (code.Indent())
                    {
                        if (phases[i].Count == 1 && !apart)
                        {
                            CallEmitter.Write(code, texts, phases[i][0]);
                        }

                        for (int part = 0; part < phases[i].Count && (phases[i].Count > 1 || apart); part++)
                        {
                            code.Line($"{PlanNames.Part}{numbers[i] + part}(in c{(group.Loop is null ? "" : $", {PlanNames.Turn}")});");
                        }

                        code.Line("break;");
                    }

                    if (i + 1 < count)
                    {
                        code.Line();
                    }
                }
            }
        }

        return number;

        string Title(int i) => group.Loop is { } around ? $"phases {group.First + i}, {group.First + i + around.Length}, … {around.Last + i}" : $"Phase {group.First + i}";
    }

    private static string Direction(Plan plan, int phase) => plan.Phases[phase] switch
    {
        { Forward: true, Backward: true } => "forward to the loss, then backward",
        { Backward: true } => "backward",
        _ => "forward",
    };
}
