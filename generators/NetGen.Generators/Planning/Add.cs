using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Add : OpLowering
{
    private static readonly Broadcast s_broadcast = new(multiplies: false);

    /// <summary>Values of one size are added in place and pass their gradient on as it is.</summary>
    public override OpLowering Choose(AlgorithmRequest request) =>
        request.Node.Inputs.All(s => Broadcast.HasSizesOf(s, request.Node.Output)) ? this : s_broadcast;

    public override bool GainLooksPast => true;

    public override bool PassesGradient => true;

    public override bool IsSum => true;

    public override bool FusesActivation => true;

    public override void Forward(Lowering lowering, ShapedNode node) =>
        lowering.Call(
            new AddKernel(node.Node.Inputs.Select(lowering.Plane).ToEquatableArray(), lowering.Plane(node.Id), lowering.ActivationOf(node)),
            node.For(Purpose.Value) with { Activation = lowering.ActivationOf(node) },
            node.Node.Inputs.Select(lowering.Value).Concat([lowering.Value(node.Id)]).ToArray());

    public override void Backward(Lowering lowering, ShapedNode node)
    {
        for (int i = 0; i < node.Node.Inputs.Count; i++)
        {
            if (!lowering.LendGradient(node, i) && lowering.Target(node, i) is { } target)
            {
                lowering.Call(
                    target,
                    new CopyKernel(lowering.GradientPlane(node.Id), target.Plane),
                    node.For(Purpose.InputGradient, i + 1),
                    lowering.Gradient(node.Id),
                    target.Operand);
            }
        }
    }
}
