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
        code.Line();
        code.Line("/// <summary>Brings weights into the order in which a prediction reads them.</summary>");
        SwitchEmitter.Write(code, "PackForPrediction", "int item", "float* w", "w", Arms(model.Predict.Packs.Cast<Routine>(), model.Predict, model.Parameters, PlanNames.Prediction, ""));
        code.Line();
        code.Line("/// <summary>Brings weights into the order in which a training step reads them.</summary>");
        SwitchEmitter.Write(code, "PackForTraining", "int item", "float* w", "w", Arms(model.Train.Packs.Cast<Routine>(), model.Train, model.Parameters, PlanNames.Training, ""));
        code.Line();
        code.Line("/// <summary>Adds up over the shards what the whole batch has to agree on after a phase.</summary>");
        SwitchEmitter.Write(
            code,
            "EndPhase",
            "int phase",
            Shards + ", float* t",
            "g, shardStride, shards, t",
            model.Train.Phases.Select(p => Arm(p.Once.Cast<Routine>().ToArray(), model.Train, model.Parameters, PlanNames.Training, "shardStride, shards")).ToArray());
        code.Line();
        code.Line("/// <summary>Adds the shards' gradients up and brings them into PyTorch's order.</summary>");
        SwitchEmitter.Write(
            code, "ReduceGradient", "int item", Shards, "g, shardStride, shards", model.Train.Reductions.Select(r => Arm(r, model.Train, model.Parameters, PlanNames.Training, "shardStride, shards")).ToArray());
        WritePhaseEndCalls(code, model);
        WriteBatchCalls(code, model);
        WriteLoss(code, model);
    }

    private static void WritePhaseEndCalls(CodeWriter code, ModelPlan model)
    {
        PhaseEndCall[] calls = [.. model.Train.PhaseEndCalls];
        if (calls.Length == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <summary>Computes a part of a gradient by weights over the whole batch.</summary>");
        SwitchEmitter.Write(code, "CallAtPhaseEnd", "int call", "float* s, in Ng::StepContext c", "s, in c", calls.Select(c => Arm(c, model)).ToArray());
    }

    private static Action<CodeWriter> Arm(PhaseEndCall call, ModelPlan model) => code =>
    {
        code.Word($"{call.Kernel.Name}(");
        foreach (Operand operand in call.Operands)
        {
            OperandText.Add(code, operand, model.Train, model.Parameters, PlanNames.Training + ".");
            code.Add(", ");
        }

        code.Add("c.Images, c.Batch, c.Part, c.Parts);");
    };

    private static void WriteBatchCalls(CodeWriter code, ModelPlan model)
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
                        OperandText.Add(code, operand, plan, model.Parameters, PlanNames.Training + ".");
                        code.Add(", ");
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
                RoutineText.Add(code, loss, model.Train, model.Parameters, "", "outputs, labels, targets, count, count, totals");
                code.Line();
            }
        }
    }

    private static Action<CodeWriter>?[] Arms(IEnumerable<Routine> calls, Plan plan, EquatableArray<ModelParameter> parameters, string scope, string shards) =>
        calls.Select(c => Arm([c], plan, parameters, scope, shards)).ToArray();

    /// <summary>What writes calls one after the other; null where there are none.</summary>
    private static Action<CodeWriter>? Arm(IReadOnlyList<Routine> calls, Plan plan, EquatableArray<ModelParameter> parameters, string scope, string shards) => calls.Count == 0 ? null : code =>
    {
        for (int i = 0; i < calls.Count; i++)
        {
            code.Add(i == 0 ? "" : " ");
            RoutineText.Add(code, calls[i], plan, parameters, scope + ".", shards);
        }
    };
}
