using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>All outputs train on the same labels or targets, which the model's own loss decides.</summary>
internal static class HeadTargets
{
    /// <summary>Whether a head's loss can do with what the model's own is given; otherwise reports why not.</summary>
    public static bool Agree(Head head, ShapedNode ofHead, ShapedNode main, List<Problem> problems)
    {
        bool labels = main.Spec<LossSpec>().TakesLabels;
        if (ofHead.Spec<LossSpec>().TakesLabels != labels)
        {
            problems.Add(new Problem(
                Rules.OutputTargetsDiffer.Id,
                ofHead.Node.Layer,
                new[] { ofHead.Node.Op, head.Output, labels ? "float targets" : "class labels", main.Node.Op, labels ? "class labels" : "float targets" }));
            return false;
        }

        // A vector and an image of one pixel take the same targets.
        (Shape own, Shape model) = (ofHead.Inputs[0], main.Inputs[0]);
        bool agree = own == model || (own.Channels == model.Channels && own.Positions == 1 && model.Positions == 1);
        if (!agree)
        {
            problems.Add(new Problem(Rules.OutputShapesDiffer.Id, head.Layer, new[] { head.Output, $"{own}", labels ? "labels" : "targets", $"{model}" }));
        }

        return agree;
    }
}
