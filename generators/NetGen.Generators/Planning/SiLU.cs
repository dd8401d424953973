using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class SiLU : OpLowering
{
    private const string Function = "SiLU";
    private const string Formula = "x · sigmoid(x)";
    private const string Slope = "SiLUSlope";
    private const string SlopeFormula = "s · (1 + x · (1 − s)), with s = sigmoid(x)";

    public override void Forward(Lowering lowering, ShapedNode node) => lowering.CallFunction(node, Function, Formula);

    public override void Backward(Lowering lowering, ShapedNode node) => lowering.CallSlope(node, Slope, SlopeFormula);
}
