using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class GELU : OpLowering
{
    private const string Function = "Gelu";
    private const string Formula = "x · Φ(x), with the cumulative normal distribution Φ";
    private const string Slope = "GeluSlope";
    private const string SlopeFormula = "Φ(x) + x · φ(x)";

    public override void Forward(Lowering lowering, ShapedNode node) => lowering.CallFunction(node, Function, Formula);

    public override void Backward(Lowering lowering, ShapedNode node) => lowering.CallSlope(node, Slope, SlopeFormula);
}
