using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes the calls of a part of a plan: loops, what the first of several threads does alone, and conditions around them, comments above.</summary>
internal static class CallEmitter
{
    /// <summary>Writes calls one after the other, and loops of calls around those of their first turn.</summary>
    public static void Write(CodeWriter code, PlanTexts texts, List<WrittenCall> calls)
    {
        for (int first = 0; first < calls.Count;)
        {
            CallLoop? loop = calls[first].Loop;
            int end = calls.FindIndex(first, c => !ReferenceEquals(c.Loop, loop));
            List<WrittenCall> own = calls.GetRange(first, (end < 0 ? calls.Count : end) - first);
            if (first > 0)
            {
                code.Line();
            }

            if (loop is null)
            {
                WriteStretch(code, texts, own);
            }
            else
            {
                code.Line($"// {texts.Words.Span(loop.First, loop.Last)}, in {loop.Turns} turns: the names below are the first one's.");
                using (code.Braces($"for (int {PlanNames.Turn} = 0; {PlanNames.Turn} < {loop.Turns}; {PlanNames.Turn}++)"))
                {
                    WriteStretch(code, texts, own);
                }
            }

            first += own.Count;
        }
    }

    private static void WriteStretch(CodeWriter code, PlanTexts texts, List<WrittenCall> calls)
    {
        Condition condition = Condition.Always;
        Repeat? repeat = null;
        CodeWriter.Scope? team = null;
        CodeWriter.Scope? loop = null;
        CodeWriter.Scope? scope = null;
        bool first = true;
        bool turns = calls.Count > 0 && PlanTexts.Turns(texts.Plan, calls);
        foreach (WrittenCall written in calls)
        {
            KernelCall call = written.Call;
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
                loop = repeat is null ? null : code.Braces(Head(repeat, texts.Operands));
            }

            bool enters = call.Condition != condition;
            if (enters)
            {
                scope?.Dispose();
                scope = null;
                condition = call.Condition;
            }

            string comment = texts.Words.Of(call.Note);
            if (!first && (comment.Length > 0 || (enters && condition.Kind != ConditionKind.Always)))
            {
                code.Line();
            }

            first = false;
            if (call.Note.Before is { } before)
            {
                code.Line("// " + texts.Words.Of(before));
            }

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
                    WriteCall(code, texts.Operands, written, turns);
                }

                code.Line();
            }
            else
            {
                WriteCall(code, texts.Operands, written, turns);
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

    /// <summary>The head of a loop over the turns of a part that repeats.</summary>
    private static string Head(Repeat repeat, OperandText operands)
    {
        const string Turn = PlanNames.Turn;
        return repeat switch
        {
            { Longest: null } => $"for (int {Turn} = 0; {Turn} < {repeat.Turns}; {Turn}++)",
            { Down: true } => $"for (int {Turn} = {operands.Longest(repeat.Longest)} - {repeat.Longest.Less + 1}; {Turn} >= 0; {Turn}--)",
            _ => $"for (int {Turn} = 0, turns = {operands.Longest(repeat.Longest)} - {repeat.Longest.Less}; {Turn} < turns; {Turn}++)",
        };
    }

    private static void WriteCall(CodeWriter code, OperandText operands, WrittenCall written, bool turns)
    {
        if (written.Call.StepsOfEach is not { } steps)
        {
            WriteCall(code, operands, written, turns, "n");
            return;
        }

        using (code.Braces($"for (int {PlanNames.Sequence} = 0; {PlanNames.Sequence} < n; {PlanNames.Sequence}++)"))
        {
            WriteCall(code, operands, written, turns, operands.StepsOf(steps));
        }
    }

    private static void WriteCall(CodeWriter code, OperandText operands, WrittenCall written, bool turns, string count)
    {
        KernelCall call = written.Call;
        code.Word($"{call.Kernel.Name}(");
        for (int i = 0; i < call.Operands.Count; i++)
        {
            operands.Add(code, call.Operands[i], written.Next?.Operands[i], turns);
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

        code.Line($"{count});");
    }
}
