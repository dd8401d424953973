using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class GELU : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node) => lowering.CallFunction(node, PointFunction.GELU);

    public override void Backward(Lowering lowering, ShapedNode node) => lowering.CallSlope(node, PointFunction.GELU);
}
