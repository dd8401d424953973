using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Softplus : OpLowering
{
    private const string Function = "Softplus";
    private const string Formula = "log(1 + exp(x))";
    private const string Slope = "Sigmoid";
    private const string SlopeFormula = "sigmoid(x)";

    public override void Forward(Lowering lowering, ShapedNode node) => lowering.CallFunction(node, Function, Formula);

    public override void Backward(Lowering lowering, ShapedNode node) => lowering.CallSlope(node, Slope, SlopeFormula);
}
