using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes what runs once for a whole batch: packing weights, ends of phases, reductions, and the loss.</summary>
internal static class RoutineEmitter
{
    private const string Shards = "float* g, long shardStride, int shards";

    public static void Write(CodeWriter code, ModelPlan model)
    {
        Plan predict = model.Predict;
        Plan train = model.Train;
        OperandText ofPrediction = new(predict, model.Parameters, PlanNames.Prediction + ".");
        OperandText ofTraining = new(train, model.Parameters, PlanNames.Training + ".");
        code.Line();
        code.Line("/// <summary>Brings weights into the order in which a prediction reads them.</summary>");
        SwitchEmitter.Write(
            code, "PackForPrediction", "int item", "float* w", "w", predict.Packs.Count, predict.PackLoops, (i, loop) => Arm(loop, item => [predict.Packs[item]], i, ofPrediction, ""));
        code.Line();
        code.Line("/// <summary>Brings weights into the order in which a training step reads them.</summary>");
        SwitchEmitter.Write(
            code, "PackForTraining", "int item", "float* w", "w", train.Packs.Count, train.PackLoops, (i, loop) => Arm(loop, item => [train.Packs[item]], i, ofTraining, ""));
        if (model.Explain is { } explain)
        {
            OperandText ofExplanation = new(explain, model.Parameters, PlanNames.Explanation + ".");
            code.Line();
            code.Line("/// <summary>Brings weights into the order in which gradients by tagged values read them.</summary>");
            SwitchEmitter.Write(
                code, "PackForExplanation", "int item", "float* w", "w", explain.Packs.Count, explain.PackLoops, (i, loop) => Arm(loop, item => [explain.Packs[item]], i, ofExplanation, ""));
        }

        if (model.Step is { } step)
        {
            OperandText ofStep = new(step, model.Parameters, PlanNames.Stepping + ".");
            code.Line();
            code.Line("/// <summary>Brings weights into the order in which a step of sequences reads them.</summary>");
            SwitchEmitter.Write(
                code, "PackForStepping", "int item", "float* w", "w", step.Packs.Count, step.PackLoops, (i, loop) => Arm(loop, item => [step.Packs[item]], i, ofStep, ""));
        }

        code.Line();
        code.Line("/// <summary>Adds up over the shards what the whole batch has to agree on after a phase.</summary>");
        SwitchEmitter.Write(
            code,
            "EndPhase",
            "int phase",
            Shards + ", float* t",
            "g, shardStride, shards, t",
            train.Phases.Count,
            train.PhaseLoops,
            (i, loop) => Arm(loop, phase => [.. train.Phases[phase].Once], i, ofTraining, "shardStride, shards"));
        code.Line();
        code.Line("/// <summary>Adds the shards' gradients up and brings them into PyTorch's order.</summary>");
        SwitchEmitter.Write(
            code,
            "ReduceGradient",
            "int item",
            Shards,
            "g, shardStride, shards",
            train.Reductions.Count,
            train.ReductionLoops,
            (i, loop) => Arm(loop, item => [.. train.Reductions[item]], i, ofTraining, "shardStride, shards"));
        WritePhaseEndCalls(code, train, ofTraining);
        WriteBatchCalls(code, model, ofTraining);
        WriteLoss(code, model);
        WriteOwnLosses(code, model);
    }

    private static void WritePhaseEndCalls(CodeWriter code, Plan plan, OperandText operands)
    {
        PhaseEndCall[] calls = [.. plan.PhaseEndCalls];
        if (calls.Length == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <summary>Computes a part of a gradient by weights over the whole batch.</summary>");
        SwitchEmitter.Write(
            code,
            "CallAtPhaseEnd",
            "int call",
            "float* s, in Ng::StepContext c",
            "s, in c",
            calls.Length,
            plan.PhaseEndLoops,
            (i, loop) => Arm(calls[i], loop is { } turns ? calls[i + turns.Length] : null, operands));
    }

    private static Action<CodeWriter> Arm(PhaseEndCall call, PhaseEndCall? next, OperandText operands) => code =>
    {
        code.Word($"{call.Kernel.Name}(");
        for (int i = 0; i < call.Operands.Count; i++)
        {
            operands.Add(code, call.Operands[i], next?.Operands[i]);
            code.Add(", ");
        }

        code.Add("c.Images, c.Batch, c.Part, c.Parts);");
    };

    private static void WriteBatchCalls(CodeWriter code, ModelPlan model, OperandText operands)
    {
        Plan plan = model.Train;
        CallText words = new(model);
        if (plan.BatchCalls.Count == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <summary>Computes gradients that are no sums over shards.</summary>");
        using (code.Braces("public override void CallOverBatch(int item, float* b, long batch)"))
        {
            int first = 0;
            foreach (BatchCall call in plan.BatchCalls)
            {
                code.Line("// " + words.Of(call.Note));
                using (code.Braces($"{(first == 0 ? "" : "else ")}if (item < {first + call.Items})"))
                {
                    code.Word($"{call.Kernel.Name}(");
                    foreach (Operand operand in call.Operands)
                    {
                        operands.Add(code, operand);
                        code.Add(", ");
                    }

                    foreach (Size size in call.Sizes)
                    {
                        code.Word($"{size.Name}: {size.Value}, ");
                    }

                    code.Line($"batch, {(first == 0 ? "item" : $"item - {first}")});");
                }

                first += call.Items;
            }
        }
    }

    private static void WriteLoss(CodeWriter code, ModelPlan model)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Braces("public override void EvaluateLoss(float* outputs, int* labels, float* targets, int count, Ng::ShardTotals* totals)"))
        {
            if (model.Loss is { } loss)
            {
                RoutineText.Add(code, loss, null, new OperandText(model.Train, model.Parameters, ""), "outputs, labels, targets, count, count, totals");
                code.Line();
            }
        }
    }

    private static void WriteOwnLosses(CodeWriter code, ModelPlan model)
    {
        if (model.OwnLosses.Count == 0)
        {
            return;
        }

        OperandText operands = new(model.Train, model.Parameters, "");
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Braces("public override void EvaluateHead(int head, float* outputs, int* labels, float* targets, int count, Ng::ShardTotals* totals)"))
        using (code.Braces("switch (head)"))
        {
            for (int i = 0; i < model.OwnLosses.Count; i++)
            {
                code.Line($"case {i}:");
                code.Open();
                code.Add("    ");
                RoutineText.Add(code, model.OwnLosses[i].Evaluation, null, operands, "outputs, labels, targets, count, count, totals");
                code.Line();
                code.Line("    break;");
            }
        }
    }

    /// <summary>What writes an item's calls one after the other, in a loop or by themselves; null where there are none.</summary>
    private static Action<CodeWriter>? Arm(Loop? loop, Func<int, Routine[]> calls, int item, OperandText operands, string shards)
    {
        Routine[] own = calls(item);
        Routine[]? next = loop is { } turns ? calls(item + turns.Length) : null;
        return own.Length == 0 ? null : code =>
        {
            for (int i = 0; i < own.Length; i++)
            {
                code.Add(i == 0 ? "" : " ");
                RoutineText.Add(code, own[i], next?[i], operands, shards);
            }
        };
    }
}
