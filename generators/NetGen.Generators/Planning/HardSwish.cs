using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class HardSwish : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node) => lowering.CallFunction(node, PointFunction.HardSwish);

    public override void Backward(Lowering lowering, ShapedNode node) => lowering.CallSlope(node, PointFunction.HardSwish, zeroBelow: -3);
}
