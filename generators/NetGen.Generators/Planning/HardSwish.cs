using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class HardSwish : OpLowering
{
    private const string Function = "HardSwish";
    private const string Formula = "x · min(max(x + 3, 0), 6) / 6";
    private const string Slope = "HardSwishSlope";
    private const string SlopeFormula = "(0 below −3, 1 above 3, x / 3 + ½ between)";

    public override void Forward(Lowering lowering, ShapedNode node) => lowering.CallFunction(node, Function, Formula);

    public override void Backward(Lowering lowering, ShapedNode node) => lowering.CallSlope(node, Slope, SlopeFormula, zeroBelow: -3);
}
