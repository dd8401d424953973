using System.Globalization;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>What losses say of labels.</summary>
internal static class LabelChecks
{
    /// <summary>Reports what is no weight of a class, and weights that are not one for each of the input's channels.</summary>
    public static void CheckClassWeights(this ShapeContext context, LabelRule rule)
    {
        const string Argument = nameof(LabelRule.ClassWeights);
        if (rule.Written.FirstOrDefault(w => LabelRule.Read(w) is null) is { } odd)
        {
            context.FailAt(Rules.ClassWeightUnreadable.Id, Argument, context.Label, odd.Trim());
        }
        else if (rule.Written.Count > 0 && rule.Written.Count != context.Input.Channels)
        {
            context.FailAt(
                Rules.ClassWeightsOfOtherClasses.Id,
                Argument,
                context.Label,
                rule.Written.Count.ToString(CultureInfo.InvariantCulture),
                $"{context.Input}",
                context.Input.Channels.ToString(CultureInfo.InvariantCulture));
        }
    }
}
