using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Dense : OpLowering
{
    private static readonly Window s_point = new(1, 1, 1, 1, 0, 0, 1, 1);

    public override bool TakesAnyPitch => true;

    public override bool FusesActivation => true;

    public override bool FoldsBatchNorm => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        if (lowering.Training && LargeDense.Is(lowering, node))
        {
            new LargeDense(lowering, node, node.Spec<DenseSpec>().Bias).Forward();
        }
        else
        {
            Of(lowering, node).Forward();
        }
    }

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        if (LargeDense.Is(lowering, node))
        {
            new LargeDense(lowering, node, node.Spec<DenseSpec>().Bias).Backward();
        }
        else
        {
            Of(lowering, node).Backward();
        }
    }

    private static ConvLowering Of(Lowering lowering, ShapedNode node)
    {
        DenseSpec spec = node.Spec<DenseSpec>();
        return new ConvLowering(lowering, node, s_point, spec.Units, 1, spec.Bias);
    }
}
