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
        WriteLoss(code, model);
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
