using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>What writing a plan's calls needs.</summary>
internal sealed class PlanTexts(ModelPlan model, Plan plan, WrittenPlan written)
{
    public Plan Plan => plan;

    public WrittenPlan Written => written;

    public CallText Words { get; } = new(model);

    public OperandText Operands { get; } = new(plan, model.Parameters, "");

    /// <summary>Whether calls beside each other take some of the chunk's images at a time.</summary>
    public static bool Turns(Plan plan, List<WrittenCall> calls) => plan.Segments.Count > 1 && plan.Segments[calls[0].Call.Segment] < plan.Chunk;

    /// <summary>From the block that a loop of phases begins with to the one that it ends with.</summary>
    public string Span(Loop phases)
    {
        (CallNote first, CallNote last) = written.Ends(phases);
        return Words.Span(first, last);
    }
}
