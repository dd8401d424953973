namespace NetGen.Generators.Emission;

/// <summary>Writes what runs once for a whole batch: packing weights, ends of phases, reductions, and the loss.</summary>
internal static class RoutineEmitter
{
    private const string Lanes = "float* g, long laneStride, int lanes";

    public static void Write(CodeWriter code, ModelPlan model)
    {
        code.Line();
        code.Line("/// <summary>Brings weights into the order in which a prediction reads them.</summary>");
        SwitchEmitter.Write(code, "PackForPrediction", "int item", "float* w", "w", Arms(model.Predict.Packs, model.Predict, PlanNames.Prediction, ""));
        code.Line();
        code.Line("/// <summary>Brings weights into the order in which a training step reads them.</summary>");
        SwitchEmitter.Write(code, "PackForTraining", "int item", "float* w", "w", Arms(model.Train.Packs, model.Train, PlanNames.Training, ""));
        code.Line();
        code.Line("/// <summary>Adds up over the lanes what the whole batch has to agree on after a phase.</summary>");
        SwitchEmitter.Write(
            code,
            "EndPhase",
            "int phase",
            Lanes + ", float* t",
            "g, laneStride, lanes, t",
            model.Train.Phases.Select(p => p.Once.Select(c => Call(c, model.Train, PlanNames.Training, "laneStride, lanes")).ToArray()).ToArray());
        code.Line();
        code.Line("/// <summary>Adds the lanes' gradients up and brings them into PyTorch's order.</summary>");
        SwitchEmitter.Write(
            code, "ReduceGradient", "int item", Lanes, "g, laneStride, lanes", Arms(model.Train.Reductions, model.Train, PlanNames.Training, "laneStride, lanes"));
        WriteBatchCalls(code, model.Train);
        WriteLoss(code, model);
    }

    private static void WriteBatchCalls(CodeWriter code, Plan plan)
    {
        if (plan.BatchCalls.Count == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <summary>Computes gradients that are no sums over lanes.</summary>");
        using (code.Block("protected override void CallOverBatch(int item, float* b, long batch)"))
        {
            int first = 0;
            foreach (BatchCall call in plan.BatchCalls)
            {
                code.Line("// " + call.Comment);
                using (code.Block($"{(first == 0 ? "" : "else ")}if (item < {first + call.Items})"))
                {
                    string operands = string.Join(", ", call.Operands.Select(o => PlanEmitter.Text(o, plan, PlanNames.Training + ".")));
                    code.Line($"{call.Kernel.Name}({operands}, batch, {(first == 0 ? "item" : $"item - {first}")});");
                }

                first += call.Items;
            }
        }
    }

    private static void WriteLoss(CodeWriter code, ModelPlan model)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void EvaluateLoss(float* outputs, int* labels, float* targets, int count, Ng::LaneTotals* totals)"))
        {
            if (model.Loss is { } loss)
            {
                code.Line($"Ng::{loss.Method}({string.Join(", ", new[] { "outputs, labels, targets, count, count, totals" }.Concat(loss.Arguments))});");
            }
        }
    }

    private static string[][] Arms(EquatableArray<RuntimeCall> calls, Plan plan, string scope, string lanes) =>
        calls.Select(c => new[] { Call(c, plan, scope, lanes) }).ToArray();

    private static string Call(RuntimeCall call, Plan plan, string scope, string lanes)
    {
        IEnumerable<string> arguments = call.Operands.Select(o => PlanEmitter.Text(o, plan, scope + "."));
        if (lanes.Length > 0)
        {
            arguments = arguments.Concat([lanes]);
        }

        return $"Ng::{call.Method}({string.Join(", ", arguments.Concat(call.Arguments))});";
    }
}
