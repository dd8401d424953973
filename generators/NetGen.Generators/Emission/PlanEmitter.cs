namespace NetGen.Generators.Emission;

/// <summary>Writes a plan's parts: where its buffers lie, and its calls.</summary>
internal static class PlanEmitter
{
    public static void WriteOffsets(CodeWriter code, string name, Plan plan, string what)
    {
        code.Line();
        code.Line($"/// <summary>Where the buffers of {what} lie, in floats from the start of their region.</summary>");
        using (code.Block($"private static class {name}"))
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
                foreach (PlacedBuffer buffer in region)
                {
                    code.Line($"public const {(buffer.Offset > int.MaxValue ? "long" : "int")} {buffer.Name} = {buffer.Offset}; // {buffer.Note}");
                }
            }
        }
    }

    public static void WritePredict(CodeWriter code, Plan plan)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void PredictChunk(in global::NetGen.Runtime.StepContext c)"))
        {
            WriteCalls(code, plan, plan.Phases.Single().Calls, "PredictAt");
        }
    }

    public static void WriteTrain(CodeWriter code, Plan plan)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void TrainChunk(int phase, in global::NetGen.Runtime.StepContext c)"))
        using (code.Block("switch (phase)"))
        {
            for (int phase = 0; phase < plan.Phases.Count; phase++)
            {
                code.Line($"case {phase}:");
                code.Line($"    Train{phase}(in c);");
                code.Line("    break;");
            }
        }

        for (int phase = 0; phase < plan.Phases.Count; phase++)
        {
            code.Line();
            code.Line($"/// <summary>{PhaseTitle(plan, phase)}</summary>");
            using (code.Block($"private static void Train{phase}(in global::NetGen.Runtime.StepContext c)"))
            {
                WriteCalls(code, plan, plan.Phases[phase].Calls, "TrainAt");
            }
        }
    }

    public static void WritePacks(CodeWriter code, ModelPlan model)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void PackForPrediction(float* w)"))
        {
            foreach (RuntimeCall call in model.Predict.Packs)
            {
                WriteComment(code, call.Comment);
                code.Line(Call(call, model.Predict, "PredictAt", lanes: false));
            }
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void PackForTraining(int item, float* w)"))
        {
            WriteSwitch(code, "item", model.Train.Packs.Select(c => (EquatableArray<RuntimeCall>)new[] { c }).ToArray(), model.Train, lanes: false);
        }
    }

    public static void WriteEndPhase(CodeWriter code, ModelPlan model)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void EndPhase(int phase, float* g, long laneStride, int lanes, float* t)"))
        {
            WriteSwitch(code, "phase", model.Train.Phases.Select(p => p.Once).ToArray(), model.Train, lanes: true);
        }
    }

    public static void WriteReductions(CodeWriter code, ModelPlan model)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void ReduceGradient(int item, float* g, long laneStride, int lanes)"))
        {
            WriteSwitch(code, "item", model.Train.Reductions.Select(c => (EquatableArray<RuntimeCall>)new[] { c }).ToArray(), model.Train, lanes: true);
        }
    }

    public static void WriteLoss(CodeWriter code, ModelPlan model)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void EvaluateLoss(float* outputs, int* labels, float* targets, int count, global::NetGen.Runtime.LaneTotals* totals)"))
        {
            if (model.Loss is { } loss)
            {
                string literals = string.Concat(loss.Arguments.Select(a => ", " + a));
                code.Line($"global::NetGen.Runtime.{loss.Method}(outputs, labels, targets, count, count, totals{literals});");
            }
        }
    }

    private static string RegionTitle(Region region, Plan plan) => region switch
    {
        Region.Slot => $"s: a chunk of {plan.Chunk} image{(plan.Chunk == 1 ? "" : "s")}. Buffers whose lives do not meet share a place.",
        Region.Weights => "w: packed weights.",
        Region.Lane => "g: a lane's own sums.",
        _ => "t: statistics of the whole batch.",
    };

    private static string PhaseTitle(Plan plan, int phase)
    {
        if (plan.Phases.Count == 1)
        {
            return "Forward, loss and backward for a chunk of images, which stays in the cache from end to end.";
        }

        string direction = plan.Phases[phase].Backward ? "backward" : phase + 1 < plan.Phases.Count && plan.Phases[phase + 1].Backward ? "the end of the forward pass" : "forward";
        return $"Phase {phase} of {plan.Phases.Count}, {direction}: up to where the whole batch must be through.";
    }

    private static void WriteCalls(CodeWriter code, Plan plan, EquatableArray<KernelCall> calls, string offsets)
    {
        foreach ((Region region, string declaration) in new[]
        {
            (Region.Slot, "float* s = c.Slot;"),
            (Region.Weights, "float* w = c.Weights;"),
            (Region.Lane, "float* g = c.Lane;"),
            (Region.Statistics, "float* t = c.Statistics;"),
        })
        {
            if (calls.Any(k => k.Operands.Any(o => o.Region == region)))
            {
                code.Line(declaration);
            }
        }

        code.Line("int n = c.Count;");
        string condition = "";
        CodeWriter.Scope? scope = null;
        foreach (KernelCall call in calls)
        {
            if (call.Condition != condition)
            {
                scope?.Dispose();
                scope = null;
                condition = call.Condition;
                if (condition.Length > 0)
                {
                    code.Line();
                    WriteComment(code, call.Comment);
                    scope = code.Block($"if ({condition})");
                    code.Line(Call(call, plan, offsets));
                    if (call.Ends)
                    {
                        code.Line("return;");
                    }

                    continue;
                }
            }

            if (call.Comment.Length > 0)
            {
                code.Line();
            }

            WriteComment(code, call.Comment);
            code.Line(Call(call, plan, offsets));
        }

        scope?.Dispose();
    }

    private static void WriteSwitch(CodeWriter code, string variable, EquatableArray<RuntimeCall>[] cases, Plan plan, bool lanes)
    {
        if (cases.All(c => c.Count == 0))
        {
            return;
        }

        using (code.Block($"switch ({variable})"))
        {
            for (int i = 0; i < cases.Length; i++)
            {
                if (cases[i].Count == 0)
                {
                    continue;
                }

                code.Line($"case {i}:");
                foreach (RuntimeCall call in cases[i])
                {
                    code.Line($"    {Call(call, plan, "TrainAt", lanes)}{(call.Comment.Length > 0 ? " // " + call.Comment : "")}");
                }

                code.Line("    break;");
            }
        }
    }

    private static string Call(KernelCall call, Plan plan, string offsets) =>
        $"global::{KernelEmitter.Namespace}.Kernels.{call.Kernel.Name}({string.Join(", ", call.Operands.Select(o => Text(o, plan, offsets)))}, n);";

    private static string Call(RuntimeCall call, Plan plan, string offsets, bool lanes)
    {
        IEnumerable<string> arguments = call.Operands.Select(o => Text(o, plan, offsets));
        if (lanes)
        {
            arguments = arguments.Concat(["laneStride", "lanes"]);
        }

        return $"global::NetGen.Runtime.{call.Method}({string.Join(", ", arguments.Concat(call.Arguments))});";
    }

    private static string Text(Operand operand, Plan plan, string offsets) => operand.Region switch
    {
        Region.Slot => $"s + {offsets}.{plan.Buffers[operand.Buffer].Name}",
        Region.Weights => $"w + {offsets}.{plan.Buffers[operand.Buffer].Name}",
        Region.Lane => $"g + {offsets}.{plan.Buffers[operand.Buffer].Name}",
        Region.Statistics => $"t + {offsets}.{plan.Buffers[operand.Buffer].Name}",
        _ => operand.Expression,
    };

    private static void WriteComment(CodeWriter code, string comment)
    {
        if (comment.Length > 0)
        {
            code.Line("// " + comment);
        }
    }
}
