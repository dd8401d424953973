using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>How operands and conditions are written: here stand all addresses of the generated code.</summary>
/// <param name="plan">The operands' plan.</param>
/// <param name="parameters">The model's parameters.</param>
/// <param name="scope">What stands before constants: the plan's class and a point, or nothing inside that class, where parameters come by the step's table.</param>
internal sealed class OperandText(Plan plan, EquatableArray<ModelParameter> parameters, string scope)
{
    private static readonly (Region Region, string Pointer, string Member)[] s_regions =
    [
        (Region.Slot, "s", "Slot"),
        (Region.Weights, "w", "Weights"),
        (Region.Shard, "g", "Shard"),
        (Region.Statistics, "t", "Statistics"),
        (Region.Kept, "b", "Kept"),
    ];

    /// <summary>Adds an operand to the line.</summary>
    /// <param name="code">Where the line is written.</param>
    /// <param name="operand">The operand.</param>
    /// <param name="next">The one in its place in a loop's next turn; null outside of loops.</param>
    /// <param name="turns">Whether it stands in a segment that takes some images at a time, from <c>first</c> on.</param>
    public void Add(CodeWriter code, Operand operand, Operand? next = null, bool turns = false)
    {
        string moves = Moves(operand, next);
        switch (operand.Kind)
        {
            case OperandKind.Buffer when plan.Buffers[operand.Index] is { Region: Region.Kept } kept:
                code.Word($"&b[batch * {(moves.Length == 0 ? scope + kept.Name : $"({scope}{kept.Name}{moves})")}]");
                break;
            case OperandKind.Buffer:
                PlacedBuffer buffer = plan.Buffers[operand.Index];
                code.Word($"&{Pointer(buffer.Region)}[{scope}{buffer.Name}{Start(operand)}{moves}{Images(operand, turns)}{Sequences(operand)}]");
                break;
            case OperandKind.Parameter when scope.Length == 0:
                code.Word($"c.Parameters[{Parameter(operand)}{moves}]");
                break;
            case OperandKind.Parameter:
                code.Word($"Values({Parameter(operand)}{moves})");
                break;
            case OperandKind.ParameterGradient:
                code.Word($"Gradient({Parameter(operand)}{moves})");
                break;
            case OperandKind.Inputs:
                code.Add("c.Inputs" + Offset(operand) + Images(operand, turns));
                break;
            case OperandKind.State:
                code.Add("c.State" + Offset(operand));
                break;
            case OperandKind.InputGradients:
                code.Add("c.InputGradients" + Offset(operand));
                break;
            case OperandKind.Outputs or OperandKind.OutputGradients or OperandKind.Labels or OperandKind.Targets or OperandKind.SampleWeights when operand.Value > 0:
                code.Add(OfOutput(operand) + (operand.Kind == OperandKind.Outputs ? Images(operand, turns) : ""));
                break;
            case OperandKind.Totals when operand.Value > 0:
                code.Add(operand.Value == 1 ? "c.Totals" : $"c.Totals + {Literals.Of(operand.Value - 1)}");
                break;
            case OperandKind.SampleCount or OperandKind.LabelWeight or OperandKind.ClassWeights when operand.Value > 0:
                code.Add($"c.Losses[{Literals.Of(operand.Value - 1)}].{operand.Kind}");
                break;
            case OperandKind.Noise:
                code.Word($"c.Noise({operand.Value}{moves})");
                break;
            case OperandKind.Turn:
                code.Word($"step: {operand.Value}{(operand.Step == 0 ? "" : $" + {PlanNames.Turn}")}");
                break;
            case OperandKind.Slope:
                code.Word($"slope: {Literals.Of(operand.ToSlope())}");
                break;
            default:
                code.Add(operand.Kind switch
                {
                    OperandKind.None => "null",
                    OperandKind.Outputs => "c.Outputs" + Images(operand, turns),
                    OperandKind.Features => "c.Features" + Images(operand, turns),
                    OperandKind.FeatureGradients => "c.FeatureGradients",
                    OperandKind.OutputGradients => "c.OutputGradients",
                    OperandKind.Labels => "c.Labels",
                    OperandKind.Targets => "c.Targets",
                    OperandKind.Totals => "c.Totals",
                    OperandKind.Work => "c.Work",
                    OperandKind.BatchCount => "c.Batch",
                    OperandKind.StepCount => "c.StepCount",
                    OperandKind.FirstImage => "c.First",
                    OperandKind.StepFirst => "c.StepFirst",
                    OperandKind.Round => "c.Round",
                    OperandKind.LabelWeight => "c.LabelWeight",
                    OperandKind.ClassWeights => "c.ClassWeights",
                    _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.Kind, "an operand that is not written yet"),
                });
                break;
        }
    }

    /// <summary>The steps of the longest sequence of a chunk.</summary>
    public string Longest(StepCount steps)
    {
        PlacedBuffer lengths = plan.Buffers[steps.Lengths.Index];
        return $"Ng::SequenceLengths.Longest(&{Pointer(lengths.Region)}[{scope}{lengths.Name}], {Literals.Of(steps.Image)}, n)";
    }

    /// <summary>The steps of a sequence in a call that is made for each by itself.</summary>
    public string StepsOf(StepCount steps)
    {
        PlacedBuffer lengths = plan.Buffers[steps.Lengths.Index];
        return $"(int){Pointer(lengths.Region)}[{scope}{lengths.Name} + ({PlanNames.Sequence} * {Literals.Of(steps.Image)})]{(steps.Less == 0 ? "" : $" - {Literals.Of(steps.Less)}")}";
    }

    /// <summary>The expression under which a call is made; empty for always.</summary>
    public static string Of(Condition condition) => condition.Kind switch
    {
        ConditionKind.WantsInputGradients => "c.InputGradients != null",
        ConditionKind.WantsOutputs => "c.Outputs != null",
        ConditionKind.BatchNormFrozen => "c.BatchNormFrozen",
        ConditionKind.WantsTag => $"c.Tag == {condition.Tag}",
        ConditionKind.WantsTagValue => $"c.Tag == {condition.Tag} && c.Features != null",
        _ => "",
    };

    /// <summary>Declares the pointers that calls need.</summary>
    /// <param name="code">Where they are written.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="turns">Whether the number of images is handed to the method.</param>
    public void WritePointers(CodeWriter code, IEnumerable<WrittenCall> calls, bool turns = false)
    {
        HashSet<Region> used = [.. calls.SelectMany(k => k.Call.Operands).Where(o => o.Kind == OperandKind.Buffer).Select(o => plan.Buffers[o.Index].Region)];
        string pointers = string.Join(", ", s_regions.Where(r => used.Contains(r.Region)).Select(r => $"{r.Pointer} = c.{r.Member}"));
        if (pointers.Length > 0)
        {
            code.Line($"float* {pointers};");
        }

        if (used.Contains(Region.Kept))
        {
            code.Line("long batch = c.Batch;");
        }

        if (!turns)
        {
            code.Line("int n = c.Count;");
        }
    }

    /// <summary>What the context finds for the chunk's first image: of a further output, or of a loss with targets of its own.</summary>
    private static string OfOutput(Operand operand)
    {
        string size = operand.ImageStep == 0 ? "" : $", {Literals.Of(operand.ImageStep)}";
        return operand.Kind switch
        {
            OperandKind.Outputs => $"c.FurtherOutput({Literals.Of(operand.Value - 1)}{size})",
            OperandKind.OutputGradients => $"c.FurtherGradient({Literals.Of(operand.Value - 1)}{size})",
            _ => $"c.{operand.Kind}Of({Literals.Of(operand.Value - 1)}{size})",
        };
    }

    private string Parameter(Operand operand) => $"{PlanNames.Parameters}.{parameters[operand.Index].Label}";

    private static string Pointer(Region region)
    {
        foreach ((Region each, string pointer, _) in s_regions)
        {
            if (each == region)
            {
                return pointer;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(region), region, "a region without a pointer");
    }

    /// <summary>From the chunk's first image to the turn's.</summary>
    private static string Images(Operand operand, bool turns) => turns && operand.ImageStep > 0 ? $" + ({PlanNames.First} * {Literals.Of(operand.ImageStep)}L)" : "";

    /// <summary>From the chunk's first sequence to the one that a call is made for.</summary>
    private static string Sequences(Operand operand) => operand.SequenceStep == 0 ? "" : $" + ({PlanNames.Sequence} * {Literals.Of(operand.SequenceStep)})";

    /// <summary>From a loop's first turn to the one that runs.</summary>
    private string Moves(Operand operand, Operand? next)
    {
        long step = next is { } other ? Place(other) - Place(operand) : operand.Step;
        bool isLong = operand.Kind == OperandKind.Buffer && Floats(plan.Buffers[operand.Index].Region) > int.MaxValue;
        return step == 0 ? "" : $" {(step < 0 ? "-" : "+")} ({PlanNames.Turn} * {Literals.Of(Math.Abs(step))}{(isLong ? "L" : "")})";
    }

    private long Place(Operand operand) => operand.Kind switch
    {
        OperandKind.Buffer => plan.Buffers[operand.Index].Offset,
        OperandKind.Parameter or OperandKind.ParameterGradient or OperandKind.Noise => operand.Value,
        _ => 0,
    };

    private long Floats(Region region) => region switch
    {
        Region.Slot => plan.SlotSize,
        Region.Weights => plan.WeightsSize,
        Region.Shard => plan.ShardSize,
        Region.Statistics => plan.StatisticsSize,
        _ => plan.BatchSize,
    };

    private static string Start(Operand operand) => operand.Start == 0 ? "" : " + " + Literals.Of(operand.Start);

    private static string Offset(Operand operand) => operand.Value == 0 ? "" : " + " + Literals.Of(operand.Value);
}
