namespace NetGen.Generators.Ops;

internal sealed partial class HardSwish
{
    public override void Forward(Lowering lowering, ShapedNode node) => lowering.CallFunction(node, Function, Formula);

    public override void Backward(Lowering lowering, ShapedNode node) => lowering.CallSlope(node, Slope, SlopeFormula, zeroBelow: -3);
}
