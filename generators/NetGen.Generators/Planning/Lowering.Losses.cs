using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>What losses are given: of the step as a whole, or, where outputs have targets of their own, what is theirs.</content>
internal sealed partial class Lowering
{
    /// <summary>Whether outputs have targets of their own: then each loss finds its targets by its number, and samples may count differently.</summary>
    private bool HasOwnTargets => _graph.OwnTargets.Any();

    /// <summary>What a loss adds to the totals and to the gradients.</summary>
    public LossShare Share(ShapedNode loss)
    {
        LossShare share = HeadOf(loss) is not { } head ? LossShare.Main : head.HasTargets ? new LossShare(head.Weight, Counts: true) : LossShare.Head(head.Weight);
        return share with { Weighs = HasOwnTargets };
    }

    /// <summary>The class labels of a loss.</summary>
    public Operand Labels(ShapedNode loss) => OfLoss(Operand.Labels, loss, loss.Inputs[0].Positions);

    /// <summary>The float targets of a loss.</summary>
    public Operand Targets(ShapedNode loss) => OfLoss(Operand.Targets, loss, loss.Inputs[0].Size);

    /// <summary>Where a loss adds up.</summary>
    public Operand Totals(ShapedNode loss) => OfLoss(Operand.Totals, loss);

    /// <summary>What a loss's mean divides by: images of the whole step, or what samples count for together.</summary>
    public Operand BatchCount(ShapedNode loss) => HasOwnTargets ? OfLoss(Operand.SampleCount, loss) : Operand.StepCount;

    /// <summary>The sum of what a loss's labels count for.</summary>
    public Operand LabelWeight(ShapedNode loss) => OfLoss(Operand.LabelWeight, loss);

    /// <summary>What each class counts for.</summary>
    public Operand ClassWeights(ShapedNode loss) => OfLoss(Operand.ClassWeights, loss);

    /// <summary>The operands of a loss's kernel, with what samples count for behind them.</summary>
    public Operand[] With(ShapedNode loss, params Operand[] operands) => HasOwnTargets ? [.. operands, OfLoss(Operand.SampleWeights, loss)] : operands;

    private Operand OfLoss(Operand operand, ShapedNode loss, long size = 0) => HasOwnTargets ? operand.OfLoss(NumberOf(loss), size) : operand;

    /// <summary>1 for the model's own loss and those on the same targets, then one for each output with its own.</summary>
    private int NumberOf(ShapedNode loss)
    {
        int number = 1;
        foreach (ShapedHead head in _graph.OwnTargets)
        {
            number++;
            if (head.Loss.Id == loss.Id)
            {
                return number;
            }
        }

        return 1;
    }

    private ShapedHead? HeadOf(ShapedNode loss) => _graph.Heads.FirstOrDefault(h => h.Loss.Id == loss.Id);
}
