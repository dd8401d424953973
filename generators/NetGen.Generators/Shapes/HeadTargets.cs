using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Outputs without targets of their own train on the same labels or targets, which the model's own loss decides.</summary>
internal static class HeadTargets
{
    /// <summary>Whether a head's loss can do with what the model's own is given; otherwise reports why not.</summary>
    /// <param name="head">The output.</param>
    /// <param name="main">The model's loss.</param>
    /// <param name="ofHead">The output's shape, where it is known.</param>
    /// <param name="ofMain">The shape of the model's own output, where it is known.</param>
    /// <param name="problems">Where problems go.</param>
    public static bool Agree(Head head, Node main, Shape? ofHead, Shape? ofMain, List<Problem> problems)
    {
        bool labels = ((LossSpec)main.Spec).TakesLabels;
        if (((LossSpec)head.Loss.Spec).TakesLabels != labels)
        {
            problems.Add(new Problem(
                Rules.OutputTargetsDiffer.Id,
                head.Loss.Layer,
                new[] { head.Loss.Op, head.Output, labels ? "float targets" : "class labels", main.Op, labels ? "class labels" : "float targets" }));
            return false;
        }

        if (labels && ((LossSpec)head.Loss.Spec).Labels != ((LossSpec)main.Spec).Labels)
        {
            problems.Add(new Problem(Rules.OutputLabelsCountOtherwise.Id, head.Loss.Layer, new[] { head.Loss.Op, head.Output, main.Op }));
            return false;
        }

        // A vector and an image of one pixel take the same targets.
        if (ofHead is not { } own || ofMain is not { } model)
        {
            return true;
        }

        bool agree = own == model || (own.Channels == model.Channels && own.Positions == 1 && model.Positions == 1);
        if (!agree)
        {
            problems.Add(new Problem(Rules.OutputShapesDiffer.Id, head.Layer, new[] { head.Output, $"{own}", labels ? "labels" : "targets", $"{model}" }));
        }

        return agree;
    }
}
