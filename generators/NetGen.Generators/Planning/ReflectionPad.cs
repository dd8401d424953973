using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class ReflectionPad : OpLowering
{
    public override bool GainLooksPast => true;

    public override bool IsIdentity(ShapedNode node, bool training) => node.Spec<BorderSpec>().IsNone;

    public override void Forward(Lowering lowering, ShapedNode node) => EdgePad.LowerForward(lowering, node, mirrors: true);

    public override void Backward(Lowering lowering, ShapedNode node) => EdgePad.LowerBackward(lowering, node, mirrors: true);
}
